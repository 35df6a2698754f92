package dateline.query.deadletter;

import dateline.contract.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topic of the audit trail; those of the letters are made by whoever writes them. */
@Configuration(proxyBeanMethods = false)
class DeadLetterTopics {
    @Bean
    KafkaAdmin.NewTopics workbenchTopics(DeadLetterSettings settings) {
        return new KafkaAdmin.NewTopics(topic(Topic.DEAD_AUDIT, settings));
    }

    private static NewTopic topic(Topic topic, DeadLetterSettings settings) {
        return TopicBuilder.name(topic.topicName())
                .partitions(1)
                .replicas(settings.replicas())
                .configs(topic.settings())
                .build();
    }
}
