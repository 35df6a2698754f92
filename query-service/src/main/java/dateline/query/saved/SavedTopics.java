package dateline.query.saved;

import dateline.contract.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topic of saved searches. One partition: everybody reads all of it, and the order of changes counts. */
@Configuration(proxyBeanMethods = false)
class SavedTopics {
    @Bean
    KafkaAdmin.NewTopics savedSearchTopics(SavedSettings settings) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(Topic.SEARCHES.topicName())
                .partitions(1)
                .replicas(settings.replicas())
                .configs(Topic.SEARCHES.settings())
                .build());
    }
}
