package dateline.enrich.edit;

import dateline.contract.Topic;
import dateline.enrich.TopicProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** The topic of edits, and clients for it; who asks for one closes it. */
@Configuration(proxyBeanMethods = false)
class EntityTopic {
    /** One partition: its offsets are the order that all instances agree on. */
    static final TopicPartition PARTITION = new TopicPartition(Topic.ENTITIES.topicName(), 0);

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConsumerFactory<String, byte[]> consumers;
    private final ProducerFactory<String, byte[]> producers;

    EntityTopic(ConsumerFactory<String, byte[]> consumers, ProducerFactory<String, byte[]> producers) {
        this.consumers = consumers;
        this.producers = producers;
    }

    @Bean
    static KafkaAdmin.NewTopics entityTopics(TopicProperties properties) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(Topic.ENTITIES.topicName())
                .partitions(1)
                .replicas(properties.replicas())
                .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                .build());
    }

    /** A reader outside of any group. */
    Consumer<String, byte[]> reader() {
        Properties own = new Properties();
        own.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        own.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        own.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumers.createConsumer("dateline-enrich-entities", null, null, own);
    }

    /** A writer outside of transactions: an edit is one record. */
    Producer<String, byte[]> writer() {
        String patience = Long.toString(PATIENCE.toMillis());
        Map<String, Object> own = new HashMap<>(producers.getConfigurationProperties());
        own.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        return new KafkaProducer<>(own);
    }
}
