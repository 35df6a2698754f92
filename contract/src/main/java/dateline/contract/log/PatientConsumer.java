package dateline.contract.log;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Lets work on a batch take as long as it takes. A consumer that does not poll for {@code max.poll.interval.ms} is thrown
 * out of its group, and the batch begins anew elsewhere, for ever if it is slow by nature. So the work is done on another
 * thread, and meanwhile the consumer's own thread pauses its partitions and polls.
 */
public final class PatientConsumer {
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(50);

    private PatientConsumer() {}

    /** The group was shared out anew meanwhile: another member may have the batch now, so it must not be committed. */
    public static final class SharedAnew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SharedAnew() {
            super("the group was shared out anew while a batch was in work; it begins again");
        }
    }

    /**
     * Does the work; to be called on the consumer's thread.
     *
     * @param consumer the one the batch came from
     * @param work must not touch the consumer, nor anything that belongs to the calling thread
     * @throws SharedAnew if the partitions were shared out anew before the work was done
     * @throws RuntimeException what the work threw
     */
    public static <T> T during(Consumer<?, ?> consumer, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform()
                .daemon()
                .name(Thread.currentThread().getName() + "-work")
                .start(task);
        if (!isDone(task)) {
            stayInGroup(consumer, task);
        }
        return result(task);
    }

    private static void stayInGroup(Consumer<?, ?> consumer, FutureTask<?> task) {
        int generation = consumer.groupMetadata().generationId();
        Set<TopicPartition> pausedBefore = consumer.paused();
        try {
            do {
                // Also what was given to this member since the last time.
                consumer.pause(consumer.assignment());
                poll(consumer);
            } while (!isDone(task));
        } finally {
            Set<TopicPartition> resumed = new HashSet<>(consumer.assignment());
            resumed.removeAll(pausedBefore);
            consumer.resume(resumed);
        }
        if (consumer.groupMetadata().generationId() != generation) {
            throw new SharedAnew();
        }
    }

    private static void poll(Consumer<?, ?> consumer) {
        try {
            ConsumerRecords<?, ?> early = consumer.poll(POLL);
            // From a partition that came in this very poll and was not paused yet; it is for later.
            early.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, early.records(partition).getFirst().offset()));
        } catch (WakeupException e) {
            // The service is to stop. What is in work is finished first.
        }
    }

    private static boolean isDone(FutureTask<?> task) {
        try {
            task.get(BETWEEN_POLLS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            task.cancel(true);
            throw new InterruptException(e);
        }
    }

    /**
     * What came of a task, once it is done.
     *
     * @throws RuntimeException what the task threw
     */
    public static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
