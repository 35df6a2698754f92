package dateline.enrich.listen;

import dateline.contract.Topic;
import dateline.contract.log.ArticleTrace;
import dateline.contract.log.CommittedCounts;
import dateline.contract.log.FencingIsTemporary;
import dateline.contract.log.Takedowns;
import dateline.contract.log.TopicCreation;
import dateline.enrich.TopicProperties;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.util.backoff.ExponentialBackOff;

/** The topics enrich-service owns, and what happens when a transaction could not be committed. */
@Configuration
class ListenConfiguration {
    /** How soon after Kafka is back the topics exist. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    /** As much as the producers may send. */
    private static final String LARGEST_RECORD = Integer.toString(8 * 1024 * 1024);

    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 30_000;

    @Bean
    KafkaAdmin.NewTopics topics(TopicProperties properties) {
        return new KafkaAdmin.NewTopics(
                topic(Topic.RAW, properties), topic(Topic.ENRICHED, properties), topic(Topic.RAW_DEAD, properties));
    }

    @Bean(initMethod = "start")
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin::initialize, BETWEEN_TRIES);
    }

    private static NewTopic topic(Topic topic, TopicProperties properties) {
        return TopicBuilder.name(topic.topicName())
                .partitions(properties.partitions())
                .replicas(properties.replicas())
                .configs(topic.settings())
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD)
                .build();
    }

    @Bean
    ArticleTrace articleTrace(Tracer tracer, Propagator propagator) {
        return new ArticleTrace(tracer, propagator);
    }

    @Bean
    CommittedCounts committedCounts() {
        return new CommittedCounts();
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer tryFencedBatchesAgain() {
        return factory -> factory.addPostProcessor(FencingIsTemporary::of);
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer countWhatIsCommitted(CommittedCounts counts) {
        return factory -> factory.addPostProcessor(counts::heard);
    }

    @Bean(initMethod = "start")
    Takedowns takedowns(ConsumerFactory<?, ?> consumers) {
        // Not KafkaProperties, which know nothing of an SSL bundle.
        return new Takedowns(consumers.getConfigurationProperties());
    }

    /**
     * Tries the batch again, without end and in order: what fails here is temporary, the rest is a dead letter. Spring Boot
     * takes it for every listener, but only by just this type.
     */
    @Bean
    AfterRollbackProcessor<Object, Object> afterRollback() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        return new DefaultAfterRollbackProcessor<>(backOff);
    }
}
