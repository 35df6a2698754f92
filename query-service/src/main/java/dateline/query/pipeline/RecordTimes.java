package dateline.query.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Says when the record at an offset was written, by reading that one record; where nobody moves, it is not read twice.
 */
@Component
class RecordTimes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 15;
    private static final long NOTHING = -1;

    /** Where was looked, and what was found there. */
    private record Known(long offset, long end, long time) {}

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Map<TopicPartition, Known> known = new HashMap<>();
    private @Nullable Consumer<Integer, Integer> consumer;

    RecordTimes(ConsumerFactory<byte[], byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * When the first record at that offset or later was written, in milliseconds of the epoch.
     *
     * @param end where the partition ends
     * @return null if only ends of transactions are there, or it could not be read just now
     */
    synchronized @Nullable Long of(TopicPartition partition, long offset, long end) {
        Known before = known.get(partition);
        if (before != null && before.offset() == offset && (before.time() != NOTHING || before.end() == end)) {
            return before.time() == NOTHING ? null : before.time();
        }
        try {
            Long time = read(partition, offset, end);
            known.put(partition, new Known(offset, end, time == null ? NOTHING : time));
            return time;
        } catch (KafkaException e) {
            return before != null && before.time() != NOTHING ? (Long) before.time() : null;
        }
    }

    private @Nullable Long read(TopicPartition partition, long offset, long end) {
        Consumer<Integer, Integer> reader = reader();
        reader.assign(List.of(partition));
        reader.seek(partition, offset);
        for (int i = 0; i < POLLS; i++) {
            for (ConsumerRecord<Integer, Integer> row : reader.poll(POLL).records(partition)) {
                return row.timestamp();
            }
            if (reader.position(partition) >= end) {
                return null;
            }
        }
        throw new KafkaException(partition + " could not be read in time");
    }

    private Consumer<Integer, Integer> reader() {
        if (consumer == null) {
            Map<String, Object> own = new HashMap<>(consumers.getConfigurationProperties());
            own.remove(ConsumerConfig.GROUP_ID_CONFIG);
            own.put(ConsumerConfig.CLIENT_ID_CONFIG, "dateline-pipeline-lag");
            own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            // One record is wanted, so little is fetched; a larger one still comes.
            own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
            own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4096);
            own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000);
            own.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
            Deserializer<Integer> size = (topic, bytes) -> bytes == null ? 0 : bytes.length;
            consumer = new KafkaConsumer<>(own, size, size);
        }
        return consumer;
    }

    @Override
    public synchronized void close() {
        if (consumer != null) {
            consumer.close(Duration.ofSeconds(1));
        }
    }
}
