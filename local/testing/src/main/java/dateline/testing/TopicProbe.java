package dateline.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A test's hand in a topic: puts records in, and waits until those it expects have come, reading committed ones only. */
public final class TopicProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    /** Reads an existing topic from its beginning, all partitions. */
    public TopicProbe(String topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", Backends.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Puts a record in; returns once the broker has it. */
    public static void send(String topic, String key, byte @Nullable [] value) {
        send(topic, key, value, Map.of());
    }

    /** Puts a record with these headers in; returns once the broker has it. */
    public static void send(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Backends.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var row = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> row.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(row).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not sent to " + topic, e);
        }
    }

    /**
     * Has the broker take the transactional ids that begin so from their producers, as it does from one whose
     * transaction took too long.
     *
     * @return how many there were
     */
    public static int fence(String prefix) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            List<String> ids = admin.listTransactions().all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(prefix))
                    .toList();
            admin.fenceProducers(ids).all().get();
            return ids.size();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not fenced: " + prefix, e);
        }
    }

    /**
     * Waits for so many records that match; returns all that match, in the order of their partitions.
     *
     * @throws AssertionError if they have not come within a minute
     */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<ConsumerRecord<String, byte[]>> matching = matching(expected);
        while (matching.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected " + count + " records in " + topic + ", found " + matching.size()
                        + " among " + seen.size());
            }
            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
            matching = matching(expected);
        }
        return matching;
    }

    /** Waits for so many records of that key. */
    public List<ConsumerRecord<String, byte[]>> await(int count, String key) {
        return await(count, row -> key.equals(row.key()));
    }

    /** How many records of that key, or of that dead letter's article, there are up to the topic's present end. */
    public int count(String key) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        }
        return matching(row -> key.equals(row.key())
                        || row.value() != null && new String(row.value(), StandardCharsets.UTF_8).contains(key))
                .size();
    }

    private List<ConsumerRecord<String, byte[]>> matching(Predicate<ConsumerRecord<String, byte[]>> expected) {
        return seen.stream().filter(expected).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
