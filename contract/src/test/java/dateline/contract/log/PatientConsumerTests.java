package dateline.contract.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientConsumerTests {
    private static final TopicPartition PARTITION = new TopicPartition("news.raw", 0);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.addRecord(new ConsumerRecord<>("news.raw", 0, 0L, "a", "1"));
    }

    @Test
    void quickWorkLeavesTheConsumerAlone() {
        assertThat(PatientConsumer.during(consumer, () -> 42)).isEqualTo(42);
        assertThat(consumer.position(PARTITION)).isZero();
    }

    @Test
    void whileWorkIsSlowTheConsumerPollsWithItsPartitionsPausedAndGoesOnAfterwards() {
        CountDownLatch polled = new CountDownLatch(2);
        consumer.schedulePollTask(() -> {
            assertThat(consumer.paused()).containsExactly(PARTITION);
            polled.countDown();
        });
        consumer.schedulePollTask(polled::countDown);

        boolean done = PatientConsumer.during(consumer, () -> polled.await(30, TimeUnit.SECONDS));

        assertThat(done).as("polled twice meanwhile").isTrue();
        assertThat(consumer.paused()).isEmpty();
        assertThat(consumer.position(PARTITION)).as("nothing was taken").isZero();
    }

    @Test
    void whatWasPausedBeforeStaysPaused() {
        consumer.pause(List.of(PARTITION));
        CountDownLatch polled = new CountDownLatch(1);
        consumer.schedulePollTask(polled::countDown);

        PatientConsumer.during(consumer, () -> polled.await(30, TimeUnit.SECONDS));

        assertThat(consumer.paused()).containsExactly(PARTITION);
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> PatientConsumer.during(consumer, () -> {
                    throw new IllegalArgumentException("why");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("why");
    }
}
