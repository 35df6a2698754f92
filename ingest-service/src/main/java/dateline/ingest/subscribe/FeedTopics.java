package dateline.ingest.subscribe;

import dateline.contract.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Clients for the feed topics, each configured for its use; who asks for one closes it. */
@Component
public class FeedTopics {
    /** Where subscriptions live. */
    public static final String DEFINITIONS = Topic.FEED_DEFINITIONS.topicName();

    /** Where what polling knows lives. */
    public static final String STATE = Topic.FEED_STATE.topicName();

    /** Where what hubs said is passed on to whoever polls the feed. */
    public static final String PUSHES = Topic.FEED_PUSHES.topicName();

    private static final String TRANSACTION_TIMEOUT_MS = "30000";
    private static final String DELIVERY_TIMEOUT_MS = "20000";
    private static final String REQUEST_TIMEOUT_MS = "10000";

    private final ConsumerFactory<String, byte[]> consumers;
    private final ProducerFactory<String, byte[]> producers;
    private final KafkaAdmin admin;
    private final FeedsProperties properties;

    public FeedTopics(
            ConsumerFactory<String, byte[]> consumers,
            ProducerFactory<String, byte[]> producers,
            KafkaAdmin admin,
            FeedsProperties properties) {
        this.consumers = consumers;
        this.producers = producers;
        this.admin = admin;
        this.properties = properties;
    }

    /** A member of the group that shares the feeds. Others keep polling while partitions move. */
    public Consumer<String, byte[]> member() {
        return consumer(
                properties.group(),
                Map.of(
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        Long.toString(properties.sessionTimeout().toMillis()),
                        // Several must be missed before an instance counts as gone.
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        Long.toString(properties.sessionTimeout().toMillis() / 5)));
    }

    /** A reader outside of any group, for {@code assign}. */
    public Consumer<String, byte[]> reader() {
        return consumer(properties.group() + "-view", Map.of());
    }

    private Consumer<String, byte[]> consumer(String group, Map<String, String> more) {
        Properties own = new Properties();
        own.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        own.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        own.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.putAll(more);
        return consumers.createConsumer(group, null, null, own);
    }

    /** The one producer of a partition's owner. Initializing its transactions fences a former owner's. */
    public Producer<String, byte[]> owner(int partition) {
        return producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                properties.group() + "-" + partition,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                TRANSACTION_TIMEOUT_MS));
    }

    /** A producer outside of transactions, for definitions. */
    public Producer<String, byte[]> writer() {
        return producer(Map.of());
    }

    private Producer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> own = new HashMap<>(producers.getConfigurationProperties());
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        own.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        own.putAll(more);
        return new KafkaProducer<>(own);
    }

    /**
     * The partitions of the feed topics, which are created first if they are missing.
     *
     * @throws IllegalStateException if the topics have different numbers of partitions, so that what is known of a
     *     feed would have different owners
     */
    public int partitions(Consumer<String, byte[]> consumer) {
        List<PartitionInfo> definitions = consumer.partitionsFor(DEFINITIONS);
        List<PartitionInfo> states = consumer.partitionsFor(STATE);
        List<PartitionInfo> pushes = consumer.partitionsFor(PUSHES);
        if (definitions.isEmpty() || states.isEmpty() || pushes.isEmpty()) {
            // The broker was not there when the service started.
            admin.initialize();
            return 0;
        }
        if (definitions.size() != states.size() || definitions.size() != pushes.size()) {
            throw new IllegalStateException(DEFINITIONS + " has " + definitions.size() + " partitions, " + STATE + " "
                    + states.size() + " and " + PUSHES + " " + pushes.size() + ": they must have the same number");
        }
        return definitions.size();
    }

    /** A partition of the definitions. */
    public static TopicPartition definitions(int partition) {
        return new TopicPartition(DEFINITIONS, partition);
    }

    /** A partition of the states. */
    public static TopicPartition state(int partition) {
        return new TopicPartition(STATE, partition);
    }

    /** A partition of what hubs said. */
    public static TopicPartition pushes(int partition) {
        return new TopicPartition(PUSHES, partition);
    }
}
