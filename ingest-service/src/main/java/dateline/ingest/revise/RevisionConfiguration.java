package dateline.ingest.revise;

import dateline.contract.log.CommittedCounts;
import dateline.contract.log.FencingIsTemporary;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.util.backoff.ExponentialBackOff;

/** What happens when a batch's transaction is committed, or could not be. */
@Configuration
class RevisionConfiguration {
    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 30_000;

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

    /**
     * Tries the batch again, without end and in order: what fails here is temporary, the rest is a dead letter. Spring Boot
     * takes it for every listener, but only by just this type.
     */
    @Bean
    AfterRollbackProcessor<Object, Object> afterRollback(RevisionListener listener) {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        var retry = new DefaultAfterRollbackProcessor<Object, Object>(backOff);
        return (records, consumer, container, exception, recoverable, eosMode) -> {
            Set<TopicPartition> partitions = records.stream()
                    .map(row -> new TopicPartition(row.topic(), row.partition()))
                    .collect(Collectors.toSet());
            listener.forget(partitions);
            retry.process(records, consumer, container, exception, recoverable, eosMode);
        };
    }
}
