package dateline.query.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.RecordPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Looks for records in the log within a time limit, the newest first: in windows that grow from the end to the
 * beginning, since whoever asks for an article mostly asks for a recent one. Not thread-safe; close it.
 */
final class LogScan implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long FIRST_WINDOW = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final long deadline;

    LogScan(ConsumerFactory<byte[], byte[]> consumers, Duration patience) {
        Properties own = new Properties();
        own.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        own.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = consumers.createConsumer("dateline-trace", null, null, own);
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /**
     * What was found.
     *
     * @param rows the newest first
     * @param from from where the partition was looked at
     * @param begin where it begins, or was to be looked at from
     * @param end where it ended
     */
    record Found(List<ConsumerRecord<byte[], byte[]>> rows, long from, long begin, long end) {
        /** Whether time was up before all was looked at. */
        boolean isCut() {
            return from > begin;
        }
    }

    /** How many partitions a topic has; 0 if there is none of that name. */
    int partitions(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    /** Whether there is time left. */
    boolean hasTime() {
        return System.nanoTime() < deadline;
    }

    /** Looks for records of a key from an offset on, until so many are found. */
    Found byKey(TopicPartition partition, String key, long from, int most) {
        byte[] wanted = key.getBytes(UTF_8);
        return find(partition, row -> Arrays.equals(wanted, row.key()), from, most);
    }

    /** Looks for any records from an offset on, until so many are found. */
    Found find(TopicPartition partition, Predicate<ConsumerRecord<byte[], byte[]>> wanted, long from, int most) {
        consumer.assign(Set.of(partition));
        long begin = Math.max(from, consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L));
        long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        long looked = Math.max(begin, end);
        for (long window = FIRST_WINDOW; looked > begin && found.size() < most; window *= 2) {
            long start = Math.max(begin, looked - window);
            List<ConsumerRecord<byte[], byte[]>> rows = window(partition, start, looked, wanted);
            found.addAll(rows);
            if (!hasTime()) {
                break;
            }
            looked = start;
        }
        found.sort(Comparator.comparingLong((ConsumerRecord<byte[], byte[]> row) -> row.offset())
                .reversed());
        // Enough was found: what lies before is not of interest.
        return new Found(found, found.size() >= most ? begin : looked, begin, end);
    }

    private List<ConsumerRecord<byte[], byte[]>> window(
            TopicPartition partition, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        consumer.seek(partition, from);
        while (consumer.position(partition) < to && hasTime()) {
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL).records(partition)) {
                if (row.offset() < to && wanted.test(row)) {
                    found.add(row);
                }
            }
        }
        return found;
    }

    /** The record at that place, as a list of one; empty if it is not there any more. */
    List<ConsumerRecord<byte[], byte[]>> at(RecordPlace place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        consumer.assign(Set.of(partition));
        if (consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L) <= place.offset()) {
            return List.of();
        }
        return window(partition, place.offset(), place.offset() + 1, row -> true);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
