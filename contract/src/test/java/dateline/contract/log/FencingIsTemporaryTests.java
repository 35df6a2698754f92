package dateline.contract.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class FencingIsTemporaryTests {
    private final MockProducer<String, String> inner =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    private final Producer<String, String> producer = FencingIsTemporary.of(inner);

    @Test
    void aFencedTransactionFailsLikeAnyOther() {
        producer.initTransactions();
        producer.beginTransaction();
        inner.fenceProducer();

        assertThatThrownBy(producer::commitTransaction)
                .isInstanceOf(KafkaException.class)
                .isNotInstanceOf(ProducerFencedException.class)
                .hasCauseInstanceOf(ProducerFencedException.class);
    }

    @Test
    void allElseIsAsItWas() {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("t", "k", "v"));
        producer.commitTransaction();

        assertThat(inner.history()).hasSize(1);
        assertThatThrownBy(producer::commitTransaction).isInstanceOf(IllegalStateException.class);
    }
}
