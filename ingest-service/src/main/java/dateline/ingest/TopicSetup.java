package dateline.ingest;

import dateline.contract.Topic;
import dateline.contract.log.TopicCreation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates the topics that ingest writes. */
@Configuration(proxyBeanMethods = false)
class TopicSetup {
    /** How soon after Kafka is back the topics exist. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final List<Topic> OWNED = List.of(
            Topic.INCOMING,
            Topic.RAW,
            Topic.TAKEDOWNS,
            Topic.FEED_DEFINITIONS,
            Topic.FEED_STATE,
            Topic.FEED_PUSHES,
            Topic.INCOMING_DEAD,
            Topic.RAW_DEAD);

    @Bean
    KafkaAdmin.NewTopics ingestTopics(TopicProperties properties) {
        Stream<NewTopic> topics = OWNED.stream().map(topic -> newTopic(topic, properties));
        return new KafkaAdmin.NewTopics(topics.toArray(NewTopic[]::new));
    }

    @Bean(initMethod = "start")
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin::initialize, BETWEEN_TRIES);
    }

    private static NewTopic newTopic(Topic topic, TopicProperties properties) {
        return TopicBuilder.name(topic.topicName())
                .partitions(properties.partitions())
                .replicas(properties.replicas())
                .configs(topic.settings())
                .config(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Long.toString(properties.maxMessage().toBytes()))
                .build();
    }
}
