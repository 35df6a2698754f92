package dateline.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One lane per site: of all that is to be fetched from a site, one thing runs at a time, and after it the site has a
 * pause. Feeds go before pages. A slow site makes only its own lane wait, as long as fewer than
 * {@link FetchProperties#concurrency} of them are slow at once.
 */
@Component
public final class HostLanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostLanes.class);

    /** What goes first in a lane. */
    public enum Priority {
        FEED,
        PAGE
    }

    private final FetchProperties properties;
    private final InstantSource clock;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore running;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lane-", 0).factory());
    private final ScheduledThreadPoolExecutor timer;

    public HostLanes(FetchProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
        this.running = new Semaphore(properties.concurrency());
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("lanes").daemon().factory());
    }

    /** Runs the task on a virtual thread of its own when its turn at the site has come. */
    public void submit(String site, Priority priority, Runnable task) {
        lanes.compute(site, (name, existing) -> {
            Lane lane = existing == null ? new Lane(name) : existing;
            (priority == Priority.FEED ? lane.feeds : lane.pages).add(task);
            lane.advance();
            return lane;
        });
    }

    /** Leaves the site alone until then, because it asked for that. A hold is never made shorter. */
    public void hold(String site, Instant until) {
        lanes.compute(site, (name, existing) -> {
            Lane lane = existing == null ? new Lane(name) : existing;
            lane.readyAt = lane.readyAt.isAfter(until) ? lane.readyAt : until;
            lane.advance();
            return lane;
        });
    }

    /** Until when the site is left alone, if that lies ahead. */
    public @Nullable Instant heldUntil(String site) {
        Lane lane = lanes.get(site);
        return lane != null && lane.readyAt.isAfter(clock.instant()) ? lane.readyAt : null;
    }

    /** How many tasks wait for their turn or run. */
    public int size() {
        return lanes.values().stream().mapToInt(Lane::size).sum();
    }

    private Duration pause(String site) {
        return properties.pauses().getOrDefault(site, properties.pause());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    /** All access to a lane's fields happens inside {@code lanes.compute} for its site. */
    private final class Lane {
        private final String site;
        private final Deque<Runnable> feeds = new ArrayDeque<>(2);
        private final Deque<Runnable> pages = new ArrayDeque<>(2);
        private volatile Instant readyAt = Instant.MIN;
        private boolean busy;
        private @Nullable Instant wakeAt;

        Lane(String site) {
            this.site = site;
        }

        int size() {
            return feeds.size() + pages.size() + (busy ? 1 : 0);
        }

        /** Starts the next task, or sees to it that this is asked again when the pause is over. */
        void advance() {
            if (busy) {
                return;
            }
            Instant now = clock.instant();
            if (readyAt.isAfter(now)) {
                wake(now);
                return;
            }
            Runnable next = feeds.isEmpty() ? pages.poll() : feeds.poll();
            if (next != null) {
                busy = true;
                threads.execute(() -> run(next));
            }
        }

        private void wake(Instant now) {
            Instant at = readyAt;
            if (wakeAt == null || at.isBefore(wakeAt) || !wakeAt.isAfter(now)) {
                wakeAt = at;
                timer.schedule(this::onPauseOver, Duration.between(now, at).toMillis() + 1, TimeUnit.MILLISECONDS);
            }
        }

        private void onPauseOver() {
            lanes.computeIfPresent(site, (_, lane) -> {
                lane.wakeAt = null;
                lane.advance();
                boolean idle = lane.size() == 0 && !lane.readyAt.isAfter(clock.instant());
                return idle ? null : lane;
            });
        }

        private void run(Runnable task) {
            try {
                running.acquire();
                try {
                    task.run();
                } finally {
                    running.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("A task at {} failed", site, e);
            } finally {
                lanes.compute(site, (_, lane) -> {
                    busy = false;
                    Instant rested = clock.instant().plus(pause(site));
                    readyAt = readyAt.isAfter(rested) ? readyAt : rested;
                    advance();
                    boolean idle = size() == 0 && !readyAt.isAfter(clock.instant());
                    return idle ? null : lane;
                });
            }
        }
    }
}
