package dateline.ingest.poll;

import dateline.contract.ContractJson;
import dateline.contract.UnreadableRecord;
import dateline.contract.log.LogEnd;
import dateline.ingest.log.PartitionReplay;
import dateline.ingest.subscribe.FeedTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads back the states of a partition's feeds. */
@Component
class StateLog {
    private static final Logger LOG = LoggerFactory.getLogger(StateLog.class);

    private final FeedTopics topics;
    private final ConsumerFactory<String, byte[]> consumers;
    private final ContractJson json = new ContractJson();

    StateLog(FeedTopics topics, ConsumerFactory<String, byte[]> consumers) {
        this.topics = topics;
        this.consumers = consumers;
    }

    /**
     * The newest committed state of each feed. Call it after the owner's transactions are initialized: only then is a
     * former owner's last transaction decided. Waits until any other transaction in the partition is decided too.
     */
    Map<String, FeedState> load(int partition) {
        Map<String, FeedState> states = new HashMap<>();
        TopicPartition from = FeedTopics.state(partition);
        long end =
                LogEnd.of(consumers.getConfigurationProperties(), List.of(from)).getOrDefault(from, 0L);
        try (Consumer<String, byte[]> consumer = topics.reader()) {
            PartitionReplay.read(consumer, from, end, row -> read(row, states));
        }
        return states;
    }

    private void read(ConsumerRecord<String, byte[]> row, Map<String, FeedState> states) {
        if (row.value() == null) {
            states.remove(row.key());
            return;
        }
        try {
            states.put(row.key(), json.read(row.value(), FeedState.class));
        } catch (UnreadableRecord e) {
            // Without its state the feed is polled as if new; the reviser knows its articles and lets none pass twice.
            LOG.error("State of feed {} at offset {} can not be read: {}", row.key(), row.offset(), e.getMessage());
            states.remove(row.key());
        }
    }
}
