package dateline.query;

import dateline.contract.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;

/** Stands for enrich-service and ingest-service, which make the topics. */
@TestConfiguration(proxyBeanMethods = false)
public class EnrichedTopic {
    @Bean
    NewTopic enriched() {
        return TopicBuilder.name(Topic.ENRICHED.topicName())
                .partitions(3)
                .replicas(1)
                .compact()
                .build();
    }

    @Bean
    NewTopic takedownsTopic() {
        return TopicBuilder.name(Topic.TAKEDOWNS.topicName())
                .partitions(3)
                .replicas(1)
                .compact()
                .build();
    }
}
