package dateline.contract.log;

import dateline.contract.ArticleId;
import dateline.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Which articles were taken down, ever: {@link Topic#TAKEDOWNS}, read from its beginning and followed. A takedown is
 * final; whoever writes articles asks here, since a record may come again long after its deletion was forgotten by
 * everyone else. About 100 bytes an article taken down. Thread-safe.
 */
public final class Takedowns implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long REST_MILLIS = 1000;

    private final Map<String, Object> settings;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private volatile boolean complete;
    private volatile boolean closed;
    private final Thread follower;

    /**
     * Reads nothing before {@link #start}.
     *
     * @param consumer a consumer's settings, of which the connection's are used
     */
    public Takedowns(Map<String, Object> consumer) {
        this.settings = new HashMap<>(consumer);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.follower = Thread.ofVirtual().name("takedowns").unstarted(this::follow);
    }

    public void start() {
        follower.start();
    }

    /** Whether all takedowns that there were at the start are known. Before that nobody may write articles. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether the article was taken down; only an answer once {@link #isComplete}. */
    public boolean contains(String articleId) {
        return ids.contains(articleId);
    }

    private void follow() {
        while (!closed) {
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                followUntilClosed(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                // The broker is away; what is known stays known.
                pause();
            }
        }
    }

    /** Told to stop by an interruption; but a consumer that is closed by an interrupted thread complains of it. */
    private void followUntilClosed(KafkaConsumer<String, byte[]> consumer) {
        try {
            follow(consumer);
        } catch (InterruptException e) {
            Thread.interrupted();
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.TAKEDOWNS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            // Nobody has made the topic yet, so nothing was ever taken down.
            complete = true;
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = LogEnd.of(settings, partitions);
        while (!closed) {
            add(consumer.poll(complete ? POLL : POLL.dividedBy(10)));
            complete = complete
                    || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private void add(ConsumerRecords<String, byte[]> rows) {
        rows.forEach(row -> {
            if (row.key() != null && ArticleId.isValid(row.key())) {
                ids.add(row.key());
            }
        });
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
        closed = true;
        follower.interrupt();
    }
}
