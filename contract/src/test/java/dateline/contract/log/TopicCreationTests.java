package dateline.contract.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TopicCreationTests {
    @Test
    void itIsTriedUntilKafkaAnswersAndNotAgain() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch fourth = new CountDownLatch(4);
        try (var creation = new TopicCreation(
                () -> {
                    fourth.countDown();
                    return tries.incrementAndGet() == 3;
                },
                Duration.ofMillis(1))) {
            creation.start();

            assertThat(fourth.await(300, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(tries).hasValue(3);
        }
    }

    @Test
    void anAttemptThatFailsWithAnExceptionIsNotTheLast() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);
        try (var creation = new TopicCreation(
                () -> {
                    second.countDown();
                    throw new IllegalStateException("Could not configure topics");
                },
                Duration.ofMillis(1))) {
            creation.start();

            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nothingIsTriedOnceTheServiceStops() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        var creation = new TopicCreation(
                () -> {
                    tries.incrementAndGet();
                    first.countDown();
                    return false;
                },
                Duration.ofMinutes(1));
        creation.start();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

        creation.close();

        assertThat(tries).hasValue(1);
    }
}
