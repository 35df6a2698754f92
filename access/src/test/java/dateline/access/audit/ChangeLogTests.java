package dateline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.ProducerFactory;

@ExtendWith(OutputCaptureExtension.class)
class ChangeLogTests {
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private Map<String, Object> settings = Map.of();

    private final ProducerFactory<byte[], byte[]> producers = new ProducerFactory<>() {
        @Override
        public Producer<byte[], byte[]> createProducer() {
            return kafka;
        }

        @Override
        public Producer<byte[], byte[]> createNonTransactionalProducer() {
            return kafka;
        }

        @Override
        public ProducerFactory<byte[], byte[]> copyWithConfigurationOverride(Map<String, Object> overrides) {
            settings = overrides;
            return this;
        }
    };

    private static Change change(int number) {
        return new Change(
                Instant.EPOCH, "query-service", "ops", null, "192.0.2.1", "POST", "/api/" + number, null, 200, null, 3);
    }

    @Test
    void whatWaitsIsWrittenBeforeItCloses() {
        ChangeLog log = new ChangeLog(producers);
        for (int i = 0; i < 100; i++) {
            log.note(change(i));
        }
        log.start();
        log.close();
        assertThat(kafka.history()).hasSize(100);
        assertThat(kafka.closed()).isTrue();
        assertThat(settings).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void whatKafkaDoesNotTakeIsInTheLogInFull(CapturedOutput output) {
        kafka.sendException = new TimeoutException("no broker");
        ChangeLog log = new ChangeLog(producers);
        log.note(change(7));
        log.start();
        log.close();
        assertThat(output).contains("no broker").contains("\"path\":\"/api/7\"").contains("\"by\":\"ops\"");
    }
}
