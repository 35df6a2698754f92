package dateline.ingest.takedown;

import dateline.contract.OutletBlock;
import dateline.contract.Takedown;
import dateline.ingest.submit.IncomingPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes all articles of an outlet down. Whatever it has ordered stays ordered; should it end half-way, the same order
 * given again goes on where it ended, since what is taken down is not found any more.
 */
final class OutletTakedown {
    private static final Logger LOG = LoggerFactory.getLogger(OutletTakedown.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How it stands. */
    enum State {
        /** Waits until what was accepted before the order is in the record, where it is looked for. */
        WAITING,
        READING,
        DONE,
        /** Kafka did not answer; the order can be given again. */
        FAILED
    }

    /**
     * How far it is.
     *
     * @param blocked whether the outlet is kept out from now on
     * @param read records of {@code news.raw} looked at
     * @param ordered articles whose takedown is ordered
     * @param problem why it failed, if it did
     */
    record Progress(
            String id,
            String outlet,
            String reason,
            boolean blocked,
            State state,
            int partition,
            int partitions,
            long read,
            int ordered,
            Instant started,
            @Nullable Instant ended,
            @Nullable String problem) {}

    private final RecordScan scan;
    private final IncomingPublisher publisher;
    private final InstantSource clock;
    private Progress progress;

    OutletTakedown(
            String id,
            String outlet,
            String reason,
            boolean block,
            RecordScan scan,
            IncomingPublisher publisher,
            InstantSource clock) {
        this.scan = scan;
        this.publisher = publisher;
        this.clock = clock;
        this.progress = new Progress(id, outlet, reason, block, State.WAITING, 0, 0, 0, 0, clock.instant(), null, null);
    }

    synchronized Progress progress() {
        return progress;
    }

    /** Does it, in the calling thread. */
    void run() {
        Progress order = progress();
        try {
            if (order.blocked()) {
                // First of all, so that none comes in behind the back of the scan.
                publisher.publishToAll(new OutletBlock(order.outlet(), true, order.reason(), clock.instant()));
            }
            Map<TopicPartition, Long> accepted = scan.incomingEnds();
            while (!scan.isRevised(accepted)) {
                Thread.sleep(PAUSE);
            }
            List<TopicPartition> partitions = scan.partitions();
            for (int i = 0; i < partitions.size(); i++) {
                set(State.READING, i, partitions.size(), null);
                takeDown(scan.articles(partitions.get(i), order.outlet(), this::read), order);
            }
            set(State.DONE, partitions.size(), partitions.size(), null);
            LOG.info("Took down {} articles of {}", progress().ordered(), order.outlet());
        } catch (InterruptedException e) {
            set(State.FAILED, progress().partition(), progress().partitions(), "interrupted");
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The takedown of {} failed: {}", order.outlet(), e.toString());
            set(State.FAILED, progress().partition(), progress().partitions(), e.getMessage());
        }
    }

    private void takeDown(Set<String> ids, Progress order) {
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Takedown> batch = all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                    .map(id -> new Takedown(id, order.reason(), clock.instant()))
                    .toList();
            publisher.publish(batch);
            count(0, batch.size());
        }
    }

    private void read(int records) {
        count(records, 0);
    }

    private synchronized void count(int read, int ordered) {
        Progress p = progress;
        progress = new Progress(
                p.id(),
                p.outlet(),
                p.reason(),
                p.blocked(),
                p.state(),
                p.partition(),
                p.partitions(),
                p.read() + read,
                p.ordered() + ordered,
                p.started(),
                p.ended(),
                p.problem());
    }

    private synchronized void set(State state, int partition, int partitions, @Nullable String problem) {
        Progress p = progress;
        boolean over = state == State.DONE || state == State.FAILED;
        progress = new Progress(
                p.id(),
                p.outlet(),
                p.reason(),
                p.blocked(),
                state,
                partition,
                partitions,
                p.read(),
                p.ordered(),
                p.started(),
                over ? clock.instant() : null,
                problem);
    }
}
