package dateline.query.index;

import dateline.contract.Topic;
import dateline.contract.log.ArticleTrace;
import dateline.contract.log.Takedowns;
import dateline.contract.log.TopicCreation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What the listener does when a batch fails, and the topic it sets records aside in. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    /** How soon after Kafka is back the topics exist. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    /**
     * Tries again without end, from the first record that was not stored. Between tries the records are given back to
     * the broker (by a seek), not held in memory, and the pause is short against {@code max.poll.interval.ms}, so that
     * the consumer stays in its group and a rebalance in between loses nothing.
     */
    @Bean
    DefaultErrorHandler waitAndTryAgain(IndexSettings settings) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(settings.retryFirst().toMillis(), ExponentialBackOff.DEFAULT_MULTIPLIER);
        backOff.setMaxInterval(settings.retryMost().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (consumed, failure) -> {
                    // Never reached while every exception is retried without end; to skip a record here would lose it.
                    throw new IllegalStateException("a record was given up", failure);
                },
                backOff);
        // What can never be stored was set aside before; anything else, also a fault in our own code, waits.
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    @Bean
    ArticleTrace articleTrace(Tracer tracer, Propagator propagator) {
        return new ArticleTrace(tracer, propagator);
    }

    @Bean(initMethod = "start")
    Takedowns takedowns(ConsumerFactory<?, ?> consumers) {
        // Not KafkaProperties, which know nothing of an SSL bundle.
        return new Takedowns(consumers.getConfigurationProperties());
    }

    @Bean(initMethod = "start")
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin::initialize, BETWEEN_TRIES);
    }

    @Bean
    NewTopic enrichedDead(IndexSettings settings) {
        return TopicBuilder.name(Topic.ENRICHED_DEAD.topicName())
                .partitions(settings.deadPartitions())
                .replicas(settings.deadReplicas())
                .configs(Topic.ENRICHED_DEAD.settings())
                .config(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Long.toString(settings.deadMaxMessage().toBytes()))
                .build();
    }
}
