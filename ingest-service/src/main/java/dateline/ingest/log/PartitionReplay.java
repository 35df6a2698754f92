package dateline.ingest.log;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partition from its beginning to a known end, whatever of it compaction has left. */
public final class PartitionReplay {
    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(PartitionReplay.class);

    private PartitionReplay() {}

    /**
     * Hands each record before the end to the reader, in order. A reader of committed records waits for transactions that
     * are still open before the end.
     *
     * @param consumer outside of any group; it is left assigned to the partition
     * @param end the offset to stop at
     */
    public static <V> void read(
            Consumer<String, V> consumer,
            TopicPartition from,
            long end,
            java.util.function.Consumer<ConsumerRecord<String, V>> reader) {
        consumer.assign(Set.of(from));
        consumer.seekToBeginning(Set.of(from));
        long moved = System.nanoTime();
        while (consumer.position(from) < end) {
            List<ConsumerRecord<String, V>> rows = consumer.poll(POLL).records(from);
            rows.forEach(reader);
            if (!rows.isEmpty()) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > LONG.toNanos()) {
                LOG.warn(
                        "Still waiting at {}@{} of {}: a transaction is open there, or the broker is away",
                        from,
                        consumer.position(from),
                        end);
                moved = System.nanoTime();
            }
        }
    }
}
