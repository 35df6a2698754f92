package dateline.enrich.replay;

import dateline.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a replay back while those who read {@code news.enriched} have enough to read. What a replay writes lies in the
 * log before the live articles that come after it, so the lag it makes is what they wait. Thread-safe.
 */
final class ReaderLag {
    private static final Logger log = LoggerFactory.getLogger(ReaderLag.class);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(20).toNanos();
    private static final long LONG_WAIT = Duration.ofSeconds(30).toNanos();
    private static final long PATIENCE_SECONDS = 5;

    private final Callable<Long> look;
    private final Executor threads;
    private final IntSupplier mostUnread;
    /** Grows with each write; a look counts only if it began after the last one. */
    private long written;

    private long seen;
    private long unread;
    private boolean looking;
    private long lastLook = System.nanoTime();
    private long lastWrite = lastLook;
    private boolean told;

    /**
     * @param look says how many records are unread
     * @param mostUnread how many may be for a replay to go on, now
     */
    ReaderLag(Callable<Long> look, Executor threads, IntSupplier mostUnread) {
        this.look = look;
        this.threads = threads;
        this.mostUnread = mostUnread;
    }

    /** Something was written. */
    synchronized void wrote() {
        written++;
        lastWrite = System.nanoTime();
        told = false;
    }

    /** Whether more may be written now. Never waits; if that is not known, it is looked up for the next time. */
    synchronized boolean isLow() {
        if (seen == written && unread <= mostUnread.getAsInt()) {
            return true;
        }
        long now = System.nanoTime();
        if (!looking && now - lastLook >= BETWEEN_LOOKS) {
            looking = true;
            lastLook = now;
            long before = written;
            threads.execute(() -> look(before));
        }
        if (!told && now - lastWrite > LONG_WAIT) {
            told = true;
            log.info("A replay waits for those who read {}: they have {} records to read", Topic.ENRICHED, unread);
        }
        return false;
    }

    private void look(long before) {
        long found = 0;
        try {
            found = look.call();
        } catch (Exception e) {
            // Whoever can not say how much is unread does not hold up a replay for it.
            log.debug("The lag of those who read {} is not known", Topic.ENRICHED, e);
        }
        synchronized (this) {
            looking = false;
            seen = before;
            unread = found;
        }
    }

    /** How many committed records of {@code news.enriched} the group has not read; 0 if it never read any. */
    static long unread(Admin admin, String group) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        read.keySet().removeIf(partition -> !partition.topic().equals(Topic.ENRICHED.topicName()));
        read.values().removeIf(Objects::isNull);
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return read.entrySet().stream()
                .mapToLong(each -> {
                    ListOffsetsResultInfo end = ends.get(each.getKey());
                    return end == null
                            ? 0
                            : Math.max(0, end.offset() - each.getValue().offset());
                })
                .sum();
    }
}
