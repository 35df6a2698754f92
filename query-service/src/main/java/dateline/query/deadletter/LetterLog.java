package dateline.query.deadletter;

import dateline.contract.RecordPlace;
import dateline.contract.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads the topics that letters lie in, outside of any group. */
@Component
final class LetterLog {
    /** The topics of letters. */
    static final List<Topic> LETTERS =
            List.of(Topic.INCOMING_DEAD, Topic.RAW_DEAD, Topic.ENRICHED_DEAD, Topic.DELIVERIES_DEAD);

    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Duration patience;

    LetterLog(ConsumerFactory<byte[], byte[]> consumers, DeadLetterSettings settings) {
        this.consumers = consumers;
        this.patience = settings.patience();
    }

    /** A consumer for {@code assign}; who asks for it closes it. */
    Consumer<byte[], byte[]> reader() {
        Properties own = new Properties();
        own.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        own.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return consumers.createConsumer("dateline-dead-letters-view", null, null, own);
    }

    /**
     * The record at that place; null if it is not there any more.
     *
     * @throws TimeoutException if the broker did not give it in time
     */
    @Nullable
    ConsumerRecord<byte[], byte[]> read(RecordPlace place) {
        return readAll(List.of(place)).get(place);
    }

    /** The same for many, without those that are not there any more. */
    Map<RecordPlace, ConsumerRecord<byte[], byte[]>> readAll(Collection<RecordPlace> places) {
        Map<RecordPlace, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        if (!places.isEmpty()) {
            try (Consumer<byte[], byte[]> consumer = reader()) {
                for (RecordPlace place : places) {
                    ConsumerRecord<byte[], byte[]> row = read(consumer, place);
                    if (row != null) {
                        found.put(place, row);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable ConsumerRecord<byte[], byte[]> read(Consumer<byte[], byte[]> consumer, RecordPlace place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        long deadline = System.nanoTime() + patience.toNanos();
        consumer.assign(Set.of(partition));
        consumer.seek(partition, place.offset());
        long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) <= place.offset() && place.offset() < end) {
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL).records(partition)) {
                return row.offset() == place.offset() && row.value() != null ? row : null;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(place + " could not be read in time");
            }
        }
        return null;
    }
}
