package dateline.ingest.subscribe;

import dateline.contract.ContractJson;
import dateline.contract.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes definitions. A call returns when all replicas have what it wrote, and this instance's view shows it. */
@Component
public class FeedRegistry implements AutoCloseable {
    /** The definition could not be written; the broker may be away. */
    public static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWritten(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration VIEW_PATIENCE = Duration.ofSeconds(5);
    private static final Header SCHEMA = new RecordHeader(
            Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION).getBytes(StandardCharsets.UTF_8));

    private final FeedTopics topics;
    private final FeedDirectory directory;
    private final ContractJson json = new ContractJson();
    private @Nullable Producer<String, byte[]> producer;

    FeedRegistry(FeedTopics topics, FeedDirectory directory) {
        this.topics = topics;
        this.directory = directory;
    }

    /** Adds or changes a feed. */
    public void put(Subscription feed) {
        putAll(List.of(feed));
    }

    /** Adds or changes feeds. */
    public void putAll(List<Subscription> feeds) {
        write(feeds, json::write);
    }

    /** Removes a feed; its articles stay. */
    public void remove(Subscription feed) {
        write(List.of(feed), _ -> null);
    }

    private void write(List<Subscription> feeds, Function<Subscription, byte @Nullable []> value) {
        try {
            if (!directory.awaitComplete(PATIENCE)) {
                throw new NotWritten("the feeds are not loaded yet: is the broker there?", null);
            }
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Subscription feed : feeds) {
                int partition = FeedPartition.of(feed.url(), directory.partitions());
                sent.add(producer()
                        .send(new ProducerRecord<>(
                                FeedTopics.DEFINITIONS, partition, feed.id(), value.apply(feed), List.of(SCHEMA))));
            }
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata written = one.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                TopicPartition partition = new TopicPartition(written.topic(), written.partition());
                directory.await(partition, written.offset(), VIEW_PATIENCE);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotWritten("the definition could not be written to Kafka", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWritten("interrupted", e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = topics.writer();
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
