package dateline.ingest.poll;

import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.contract.IncomingArticle;
import dateline.contract.Topic;
import dateline.contract.log.ArticleTrace;
import dateline.ingest.fetch.HostLanes;
import dateline.ingest.submit.ArticleSize;
import dateline.ingest.subscribe.FeedTopics;
import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.HubNotice;
import dateline.ingest.subscribe.HubView;
import dateline.ingest.subscribe.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the feeds of one partition for as long as this instance owns it. At most one task per feed is under way, so the
 * state a task began with is the one its outcome replaces. A single thread commits outcomes, several at a time when they
 * come fast; only what is committed is believed. When a commit fails, the worker ends and says so, and its successor
 * begins with what the log holds.
 */
final class PartitionWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionWorker.class);
    private static final int BATCH = 100;
    private static final int WAITING = 200;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Header SCHEMA = new RecordHeader(
            Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION).getBytes(StandardCharsets.UTF_8));

    private final int partition;
    private final Producer<String, byte[]> producer;
    private final Tasks tasks;
    private final HubView hubs;
    private final Duration pushPause;
    private final HostLanes lanes;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final ContractJson json = new ContractJson();
    private final Map<String, Tracked> feeds = new ConcurrentHashMap<>();
    private final Map<String, FeedState> loaded;
    private final BlockingQueue<Finished> finished = new ArrayBlockingQueue<>(WAITING);
    private final Thread committer;
    private volatile boolean started;
    private volatile boolean closed;
    private volatile boolean broken;

    /**
     * Begins with what the log holds.
     *
     * @param producer its transactions must be initialized
     * @param pushPause shortest time from a poll to one that a push calls for
     */
    PartitionWorker(
            int partition,
            Producer<String, byte[]> producer,
            Map<String, FeedState> loaded,
            Tasks tasks,
            HubView hubs,
            Duration pushPause,
            HostLanes lanes,
            ScheduledExecutorService timer,
            InstantSource clock) {
        this.partition = partition;
        this.producer = producer;
        this.loaded = new ConcurrentHashMap<>(loaded);
        this.tasks = tasks;
        this.hubs = hubs;
        this.pushPause = pushPause;
        this.lanes = lanes;
        this.timer = timer;
        this.clock = clock;
        this.committer = Thread.ofPlatform().name("commit-feeds-" + partition).start(this::commitLoop);
    }

    /** A definition is new, changed or (null) removed. */
    void define(String id, @Nullable Subscription feed) {
        if (feed == null) {
            Tracked gone = feeds.remove(id);
            if (gone != null) {
                synchronized (gone) {
                    gone.removed = true;
                    gone.cancelWake();
                }
                if (started) {
                    hand(new Finished(gone, null));
                } else {
                    loaded.put(id, gone.state);
                }
            }
            return;
        }
        Tracked tracked = feeds.computeIfAbsent(id, _ -> {
            FeedState known = loaded.remove(id);
            return new Tracked(id, known == null ? FeedState.NEW : known);
        });
        synchronized (tracked) {
            tracked.feed = feed;
        }
        if (started) {
            advance(tracked);
        }
    }

    /** All definitions that there were are in: begin. States without a feed are of feeds that were removed. */
    void start() {
        if (started) {
            return;
        }
        started = true;
        Instant now = clock.instant();
        for (Tracked tracked : feeds.values()) {
            Instant held = tracked.state.status().heldUntil();
            Subscription feed = tracked.feed;
            if (held != null && held.isAfter(now) && feed != null) {
                lanes.hold(tasks.site(feed, tracked.state, new Task.Poll(now, HubNews.NONE)), held);
            }
        }
        feeds.values().forEach(this::advance);
        loaded.forEach((id, state) -> {
            Tracked orphan = new Tracked(id, state);
            orphan.removed = true;
            hand(new Finished(orphan, null));
        });
        loaded.clear();
    }

    boolean isStarted() {
        return started;
    }

    /** Whether it ended by itself and needs a successor. */
    boolean isBroken() {
        return broken;
    }

    /** Feeds and where they stand, for metrics. */
    Collection<FeedState> states() {
        return feeds.values().stream().map(tracked -> tracked.state).toList();
    }

    /** Looks what is next for the feed, and does it now or sets the clock. */
    private void advance(Tracked tracked) {
        synchronized (tracked) {
            Subscription feed = tracked.feed;
            tracked.cancelWake();
            if (closed || tracked.busy || tracked.removed || feed == null) {
                return;
            }
            Task task = next(feed, tracked);
            if (task == null) {
                return;
            }
            Duration wait = Duration.between(clock.instant(), task.at());
            if (wait.isPositive()) {
                tracked.wake = timer.schedule(() -> advance(tracked), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
                return;
            }
            tracked.busy = true;
            lanes.submit(
                    tasks.site(feed, tracked.state, task),
                    task instanceof Task.Poll || task instanceof Task.Sitemap
                            ? HostLanes.Priority.FEED
                            : HostLanes.Priority.PAGE,
                    () -> run(tracked));
        }
    }

    /** Runs on the lane's thread. What is to be done is asked anew: much may have changed while it waited. */
    private void run(Tracked tracked) {
        Subscription feed = tracked.feed;
        Task task = feed == null || tracked.removed || closed ? null : next(feed, tracked);
        if (feed == null || task == null || task.at().isAfter(clock.instant())) {
            release(tracked);
            return;
        }
        Outcome outcome = tasks.run(feed, tracked.state, task);
        if (outcome == null) {
            release(tracked);
        } else {
            hand(new Finished(tracked, outcome));
        }
    }

    private @Nullable Task next(Subscription feed, Tracked tracked) {
        return Task.next(feed, tracked.state, hubs.news(tracked.id), pushPause);
    }

    /** The feed's hub has said something. */
    void heard(String id) {
        Tracked tracked = started ? feeds.get(id) : null;
        if (tracked != null) {
            advance(tracked);
        }
    }

    private void release(Tracked tracked) {
        synchronized (tracked) {
            tracked.busy = false;
        }
        advance(tracked);
    }

    /** Waits while too much is uncommitted, so that nothing is fetched that could not be kept. */
    private void hand(Finished done) {
        try {
            while (!closed && !finished.offer(done, 200, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitLoop() {
        List<Finished> batch = new ArrayList<>();
        try {
            while (!closed) {
                Finished first = finished.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    finished.drainTo(batch, BATCH - 1);
                    batch.removeIf(done -> done.feed.removed && done.outcome != null);
                    commit(batch);
                    batch.forEach(this::believe);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("Partition {} of the feeds begins again from the log: {}", partition, e.toString());
            }
        } finally {
            broken = true;
            closed = true;
            closeProducer();
        }
    }

    private void commit(List<Finished> batch) {
        if (batch.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        for (Finished done : batch) {
            Outcome outcome = done.outcome;
            byte[] state = outcome == null ? null : json.write(outcome.state());
            producer.send(new ProducerRecord<>(FeedTopics.STATE, partition, done.feed.id, state, List.of(SCHEMA)));
            if (outcome == null) {
                for (String kind : List.of(HubNotice.LEASE, HubNotice.PUSH)) {
                    producer.send(new ProducerRecord<>(
                            FeedTopics.PUSHES, partition, done.feed.id + kind, null, List.of(SCHEMA)));
                }
            } else {
                for (IncomingArticle article : outcome.articles()) {
                    var row = new ProducerRecord<>(
                            Topic.INCOMING.topicName(),
                            null,
                            article.id(),
                            ArticleSize.fitted(article, json),
                            List.of(SCHEMA));
                    ArticleTrace.stamp(row.headers(), outcome.step());
                    producer.send(row);
                }
            }
        }
        producer.commitTransaction();
    }

    private void believe(Finished done) {
        Outcome outcome = done.outcome;
        if (outcome != null) {
            synchronized (done.feed) {
                done.feed.state = outcome.state();
            }
            release(done.feed);
        }
    }

    /** Ends the work. What was not committed is as if it had not been done. */
    @Override
    public void close() {
        closed = true;
        feeds.values().forEach(tracked -> {
            synchronized (tracked) {
                tracked.cancelWake();
            }
        });
        try {
            committer.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeProducer() {
        try {
            producer.close(CLOSE_TIMEOUT);
        } catch (KafkaException e) {
            LOG.debug("Producer of partition {} did not close cleanly", partition, e);
        }
    }

    private record Finished(Tracked feed, @Nullable Outcome outcome) {}

    private static final class Tracked {
        private final String id;
        private volatile @Nullable Subscription feed;
        private volatile FeedState state;
        private volatile boolean removed;
        private boolean busy;
        private @Nullable Future<?> wake;

        Tracked(String id, FeedState state) {
            this.id = id;
            this.state = state;
        }

        void cancelWake() {
            if (wake != null) {
                wake.cancel(false);
                wake = null;
            }
        }
    }
}
