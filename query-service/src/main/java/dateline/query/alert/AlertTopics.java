package dateline.query.alert;

import dateline.contract.Topic;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics of matches, alerts and deliveries. */
@Configuration(proxyBeanMethods = false)
class AlertTopics {
    @Bean
    KafkaAdmin.NewTopics alertKafkaTopics(AlertSettings settings) {
        return new KafkaAdmin.NewTopics(Stream.of(Topic.MATCHES, Topic.ALERTS, Topic.DELIVERIES, Topic.DELIVERIES_DEAD)
                .map(topic -> TopicBuilder.name(topic.topicName())
                        .partitions(settings.partitions())
                        .replicas(settings.replicas())
                        .configs(topic.settings())
                        .build())
                .toArray(NewTopic[]::new));
    }
}
