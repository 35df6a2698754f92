package dateline.query.pipeline;

import dateline.contract.Topic;
import dateline.query.index.FreshnessWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the articles that are written to the topics, by the minute in which they were. Offsets would not do: a
 * transaction's end takes one, too, so that where articles come one by one, offsets grow twice as fast as articles. So the
 * topics' ends are followed, outside of any group, and of each record only its size is kept.
 */
@Component
final class StageCounter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StageCounter.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FETCH_BYTES = 1 << 20;
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);
    private static final Duration BEFORE_START = Duration.ofHours(1);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final PipelineSettings settings;
    private final FreshnessWindow stored;
    private final Clock clock = Clock.systemUTC();
    private final Map<Stage, MinuteCounts> counts = new EnumMap<>(Stage.class);
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile Instant since;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<Integer, Integer> reader;
    private volatile @Nullable Thread thread;

    StageCounter(ConsumerFactory<byte[], byte[]> consumers, PipelineSettings settings, FreshnessWindow stored) {
        this.consumers = consumers;
        this.settings = settings;
        this.stored = stored;
        this.since = clock.instant().minus(BEFORE_START);
        for (Stage stage : Stage.values()) {
            counts.put(stage, new MinuteCounts());
        }
    }

    /** Articles of that stage in the minute that holds this time. */
    long count(Stage stage, Instant at) {
        MinuteCounts own = counts.get(stage);
        return stage.topic() == null || own == null ? stored.storedIn(at) : own.of(at);
    }

    /** Since when everything is counted. */
    Instant since() {
        return since;
    }

    private void loop() {
        while (!stopping) {
            try (Consumer<Integer, Integer> consumer = consumer()) {
                reader = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("Woken to stop");
            } catch (KafkaException | IllegalStateException e) {
                LOG.debug("Articles can not be counted, trying again: {}", e.toString());
                pause();
            }
        }
    }

    private Consumer<Integer, Integer> consumer() {
        Map<String, Object> own = new HashMap<>(consumers.getConfigurationProperties());
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, "dateline-pipeline");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Nobody waits for a count: what comes in half a second is asked for at once, not as each article is written.
        own.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        own.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) POLL.toMillis());
        Deserializer<Integer> size = (topic, bytes) -> bytes == null ? 0 : bytes.length;
        return new KafkaConsumer<>(own, size, size);
    }

    private void follow(Consumer<Integer, Integer> consumer) {
        Set<TopicPartition> assigned = new HashSet<>();
        Instant looked = Instant.EPOCH;
        while (!stopping) {
            if (looked.plus(LOOK_FOR_PARTITIONS).isBefore(clock.instant())) {
                assignNew(consumer, assigned);
                looked = clock.instant();
            }
            if (assigned.isEmpty()) {
                pause();
                continue;
            }
            for (ConsumerRecord<Integer, Integer> row : consumer.poll(POLL)) {
                // A tombstone is no article.
                if (row.value() != null && row.value() > 0) {
                    count(row);
                }
            }
            assigned.forEach(partition -> positions.put(partition, consumer.position(partition)));
        }
    }

    private void count(ConsumerRecord<Integer, Integer> row) {
        for (Stage stage : Stage.values()) {
            Topic topic = stage.topic();
            MinuteCounts own = counts.get(stage);
            if (topic != null && own != null && topic.topicName().equals(row.topic())) {
                own.add(Instant.ofEpochMilli(row.timestamp()), 1);
            }
        }
    }

    private void assignNew(Consumer<Integer, Integer> consumer, Set<TopicPartition> assigned) {
        Set<TopicPartition> found = new HashSet<>();
        for (Stage stage : Stage.values()) {
            Topic topic = stage.topic();
            if (topic != null) {
                consumer.partitionsFor(topic.topicName())
                        .forEach(info -> found.add(new TopicPartition(info.topic(), info.partition())));
            }
        }
        found.removeAll(assigned);
        if (found.isEmpty()) {
            return;
        }
        assigned.addAll(found);
        consumer.assign(assigned);
        long hourAgo = clock.instant().minus(BEFORE_START).toEpochMilli();
        Map<TopicPartition, Long> ends = consumer.endOffsets(found);
        Map<TopicPartition, OffsetAndTimestamp> then = consumer.offsetsForTimes(
                found.stream().collect(Collectors.toMap(partition -> partition, partition -> hourAgo)));
        for (TopicPartition partition : found) {
            Long before = positions.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            OffsetAndTimestamp hour = then.get(partition);
            long wanted = hour == null ? end : hour.offset();
            if (before == null && end - wanted > settings.back()) {
                since = clock.instant();
            }
            consumer.seek(partition, before == null ? Math.max(wanted, end - settings.back()) : before);
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("pipeline-counts").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        stopping = true;
        Consumer<Integer, Integer> consumer = reader;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
