package dateline.query.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all of a topic, outside of any group, and follows it. If reading fails it begins anew, so what is kept of it is
 * always a view of the log and nothing else.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);
    private static final Duration LAST_WORD = Duration.ofSeconds(5);
    private static final long REST_MILLIS = 500;

    /** What is done with the records; called on one thread. */
    public interface Reader {
        /** Forget everything; the log is read from the beginning now. */
        void begin();

        /** Take in what was read, in each partition's order. Throws nothing for a record that can not be read. */
        void read(List<ConsumerRecord<byte[], byte[]>> records);

        /** All that was there at the beginning has been read. */
        default void complete() {}
    }

    private final String topic;
    private final Map<String, Object> settings;
    private final Supplier<@Nullable Instant> since;
    private final Reader reader;
    private final Map<Integer, Long> read = new HashMap<>();
    private boolean complete;
    private volatile @Nullable Thread thread;

    /**
     * Reads nothing before {@link #start}.
     *
     * @param consumer a consumer's settings, of which the connection's are used
     * @param since how far to go back; null for the topic's beginning
     */
    public LogFollower(String topic, Map<String, Object> consumer, Supplier<@Nullable Instant> since, Reader reader) {
        this.topic = topic;
        this.since = since;
        this.reader = reader;
        this.settings = settings(consumer);
    }

    private static Map<String, Object> settings(Map<String, Object> consumer) {
        Map<String, Object> own = new HashMap<>(consumer);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return own;
    }

    /** Begins, also once more after {@link #close}. */
    public void start() {
        Thread started = Thread.ofPlatform().daemon().name("follow-" + topic).unstarted(this::loop);
        thread = started;
        started.start();
    }

    private boolean isOpen() {
        return thread == Thread.currentThread();
    }

    /** Whether all was read that was there when reading began. */
    public synchronized boolean isComplete() {
        return complete;
    }

    /**
     * Waits until a record has been read.
     *
     * @return false if it was not in time
     */
    public synchronized boolean await(int partition, long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (read.getOrDefault(partition, 0L) <= offset) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void loop() {
        while (isOpen()) {
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                begin();
                followUntilClosed(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("Following {} was interrupted and begins anew: {}", topic, e.toString());
                pause();
            }
        }
    }

    private synchronized void begin() {
        complete = false;
        read.clear();
        reader.begin();
    }

    /** Told to stop by an interruption; but a consumer that is closed by an interrupted thread complains of it. */
    private void followUntilClosed(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            follow(consumer);
        } catch (InterruptException e) {
            Thread.interrupted();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        Set<TopicPartition> assigned = new HashSet<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        long looked = System.nanoTime() - LOOK_FOR_PARTITIONS.toNanos();
        while (isOpen()) {
            if (System.nanoTime() - looked >= LOOK_FOR_PARTITIONS.toNanos() || assigned.isEmpty()) {
                assignNew(consumer, assigned, ends);
                looked = System.nanoTime();
            }
            if (assigned.isEmpty()) {
                pause();
                continue;
            }
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(records::add);
            if (!records.isEmpty()) {
                reader.read(records);
            }
            note(consumer, ends);
        }
    }

    private synchronized void note(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        boolean caughtUp = true;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long position = consumer.position(end.getKey());
            read.put(end.getKey().partition(), position);
            caughtUp &= position >= end.getValue();
        }
        if (caughtUp && !complete) {
            complete = true;
            reader.complete();
        }
        notifyAll();
    }

    /** The topic may be made after this service has started, and may get more partitions. */
    private void assignNew(
            KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> assigned, Map<TopicPartition, Long> ends) {
        Set<TopicPartition> found = new HashSet<>();
        consumer.partitionsFor(topic).forEach(info -> found.add(new TopicPartition(info.topic(), info.partition())));
        found.removeAll(assigned);
        if (found.isEmpty()) {
            return;
        }
        assigned.addAll(found);
        consumer.assign(assigned);
        ends.putAll(consumer.endOffsets(found));
        consumer.seekToBeginning(found);
        Instant from = since.get();
        if (from != null) {
            Map<TopicPartition, Long> times = new HashMap<>();
            found.forEach(partition -> times.put(partition, from.toEpochMilli()));
            consumer.offsetsForTimes(times)
                    .forEach((partition, offset) -> consumer.seek(
                            partition, offset == null ? ends.getOrDefault(partition, 0L) : offset.offset()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        Thread closed = thread;
        thread = null;
        if (closed != null) {
            closed.interrupt();
            try {
                closed.join(LAST_WORD);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
