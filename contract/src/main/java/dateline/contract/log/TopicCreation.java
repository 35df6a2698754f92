package dateline.contract.log;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a service's topics are made even if Kafka comes up after the service. Else the first record would let the
 * broker make them by its defaults, which throw away after a week what must be kept.
 */
public final class TopicCreation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);

    private final BooleanSupplier attempt;
    private final Duration between;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Takes what makes the topics that are missing.
     *
     * @param attempt says whether Kafka answered and all of them exist now; does no harm if they did before
     * @param between how long to wait after an attempt in vain
     */
    public TopicCreation(BooleanSupplier attempt, Duration between) {
        this.attempt = attempt;
        this.between = between;
    }

    /** Tries in the background until it worked. */
    public void start() {
        Thread.ofVirtual().name("topic-creation").start(this::untilTheyExist);
    }

    private void untilTheyExist() {
        try {
            while (!closed.await(0, TimeUnit.MILLISECONDS) && !isDone()) {
                if (closed.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** KafkaAdmin throws once its context is up, where it only said no before. */
    private boolean isDone() {
        try {
            return attempt.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("The topics can not be made yet: {}", String.valueOf(e.getCause() == null ? e : e.getCause()));
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
