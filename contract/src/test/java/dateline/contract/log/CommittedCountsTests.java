package dateline.contract.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class CommittedCountsTests {
    private final Counter counter = new SimpleMeterRegistry().counter("articles");
    private final CommittedCounts counts = new CommittedCounts();
    private final MockProducer<String, byte[]> broker = new MockProducer<>();
    private final Producer<String, byte[]> producer = counts.heard(broker);

    CommittedCountsTests() {
        producer.initTransactions();
    }

    @Test
    void whatIsTriedAgainAfterARollbackCountsOnce() {
        producer.beginTransaction();
        counts.add(counter);
        producer.abortTransaction();
        producer.beginTransaction();
        counts.add(counter);
        assertThat(counter.count()).isZero();
        producer.commitTransaction();

        assertThat(counter.count()).isEqualTo(1);
        producer.beginTransaction();
        producer.commitTransaction();
        assertThat(counter.count()).isEqualTo(1);
    }

    @Test
    void aCommitThatFailsCountsNothing() {
        broker.commitTransactionException = new KafkaException("fenced");
        producer.beginTransaction();
        counts.add(counter);

        assertThatThrownBy(producer::commitTransaction).hasMessage("fenced");
        producer.abortTransaction();

        assertThat(counter.count()).isZero();
    }
}
