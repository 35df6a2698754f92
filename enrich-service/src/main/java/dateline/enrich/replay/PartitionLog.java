package dateline.enrich.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads a partition beside the live consumers: with consumers of its own, which are in no group. Committed records only. */
@Component
class PartitionLog {
    private static final Duration POLL = Duration.ofMillis(200);

    /** When the next record wanted lies further ahead, it is sought instead of read up to. */
    private static final int SEEK_BEYOND = 2_000;

    /** Whether reading should go on. */
    interface Going {
        boolean on();
    }

    private final Map<String, Object> settings;

    PartitionLog(ConsumerFactory<String, byte[]> consumers) {
        Map<String, Object> own = new HashMap<>(consumers.getConfigurationProperties());
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        this.settings = Map.copyOf(own);
    }

    /** What such a consumer is configured with. */
    Map<String, Object> settings() {
        return settings;
    }

    /** Reads on in what is known of a partition's keys, up to an offset, without looking into the values. */
    void extend(NewestOffsets newest, TopicPartition partition, long end, Going going) {
        if (newest.readTo() >= end) {
            return;
        }
        Deserializer<Boolean> present = (topic, bytes) -> bytes != null;
        try (KafkaConsumer<String, Boolean> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), present)) {
            consumer.assign(Set.of(partition));
            consumer.seek(partition, newest.readTo());
            while (going.on() && consumer.position(partition) < end) {
                consumer.poll(POLL).records(partition).forEach(row -> {
                    if (row.offset() < end) {
                        String key = row.key() == null ? "" : row.key();
                        newest.note(key, row.offset(), !Boolean.TRUE.equals(row.value()));
                    }
                });
            }
            if (going.on()) {
                newest.readTo(Math.max(end, newest.readTo()));
            }
        }
    }

    /** A reader of records whose offsets are known. */
    Reader open(TopicPartition partition) {
        return new Reader(
                partition, new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /** Reads records whose offsets are known. Belongs to one thread. */
    static final class Reader implements AutoCloseable {
        private final TopicPartition partition;
        private final KafkaConsumer<String, byte[]> consumer;

        private Reader(TopicPartition partition, KafkaConsumer<String, byte[]> consumer) {
            this.partition = partition;
            this.consumer = consumer;
            consumer.assign(Set.of(partition));
        }

        /** The offset that the next committed record will have, or more. */
        long end() {
            return consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        }

        /** Hands over the records at these offsets, ascending; those that compaction has removed are left out. */
        void read(long[] offsets, Going going, Consumer<ConsumerRecord<String, byte[]>> sink) {
            int at = 0;
            if (offsets.length > 0) {
                consumer.seek(partition, offsets[0]);
            }
            while (at < offsets.length && going.on()) {
                for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL).records(partition)) {
                    while (at < offsets.length && offsets[at] < row.offset()) {
                        at++;
                    }
                    if (at == offsets.length || !going.on()) {
                        return;
                    }
                    if (offsets[at] == row.offset()) {
                        sink.accept(row);
                        at++;
                    }
                }
                long position = consumer.position(partition);
                while (at < offsets.length && offsets[at] < position) {
                    at++;
                }
                if (at < offsets.length && offsets[at] - position > SEEK_BEYOND) {
                    consumer.seek(partition, offsets[at]);
                }
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
