package dateline.contract.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where partitions end. */
public final class LogEnd {
    private LogEnd() {}

    /**
     * The offsets after the last records written, decided or not. Whoever must know all that was ever committed reads up
     * to here. To a reader of committed records a partition ends at its oldest open transaction, whosever that is, and
     * what others have committed after it would be missed.
     *
     * @param consumer a consumer's settings, of which the connection's are used
     */
    public static Map<TopicPartition, Long> of(Map<String, Object> consumer, Collection<TopicPartition> partitions) {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (var client = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            // Else the client warns of each that it does not read them.
            client.assign(partitions);
            return client.endOffsets(partitions);
        }
    }
}
