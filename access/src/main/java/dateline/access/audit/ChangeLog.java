package dateline.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Writes changes to {@link Topic#CHANGES}, behind the request's back. What Kafka does not take is written to the log in
 * full, so that it is somewhere. A process that is killed loses what it answered in its last moment.
 */
public final class ChangeLog implements AutoCloseable {
    /** Where entries go that Kafka did not take. */
    private static final Logger LOG = LoggerFactory.getLogger("dateline.changes");

    private static final int WAITING = 10_000;
    /** How soon it is noticed that the service ends; an interrupt would keep the last entries from being sent. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final ProducerFactory<byte[], byte[]> own;
    private final ContractJson json = new ContractJson();
    private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread writer;
    private volatile boolean closed;

    public ChangeLog(ProducerFactory<?, ?> producers) {
        this.own = own(producers);
        this.writer = Thread.ofVirtual().name("change-log").unstarted(this::write);
    }

    /** Begins to write. */
    public void start() {
        writer.start();
    }

    /** Takes note of a change; does not wait. */
    public void note(Change change) {
        if (closed || !waiting.offer(change)) {
            lost(json.write(change), null);
        }
    }

    private void write() {
        Producer<byte[], byte[]> producer = null;
        try {
            while (!closed || !waiting.isEmpty()) {
                Change change = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (change == null) {
                    continue;
                }
                byte[] value = json.write(change);
                try {
                    if (producer == null) {
                        // Not before it is needed: many services never see a change.
                        producer = own.createNonTransactionalProducer();
                    }
                    var _ = producer.send(record(change, value), (_, failure) -> {
                        if (failure != null) {
                            lost(value, failure);
                        }
                    });
                } catch (KafkaException | org.springframework.kafka.KafkaException e) {
                    lost(value, e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.forEach(change -> lost(json.write(change), null));
            if (producer != null) {
                end(producer);
            }
        }
    }

    /** Spring's producer is shared and outlives its closing, so what is under way has to be sent before. */
    private void end(Producer<byte[], byte[]> producer) {
        try {
            producer.flush();
        } catch (KafkaException e) {
            LOG.warn("The last entries may be missing: {}", e.toString());
        } finally {
            producer.close(LAST_WORDS);
            own.reset();
        }
    }

    /** The service's settings, with what secures them, but outside of its transactions. */
    private static ProducerFactory<byte[], byte[]> own(ProducerFactory<?, ?> producers) {
        Map<String, Object> own = new HashMap<>();
        own.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        own.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        own.put(ProducerConfig.CLIENT_ID_CONFIG, "dateline-changes");
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        @SuppressWarnings("unchecked") // Its serializers were just set.
        ProducerFactory<byte[], byte[]> bytes =
                (ProducerFactory<byte[], byte[]>) producers.copyWithConfigurationOverride(own);
        return bytes;
    }

    private static ProducerRecord<byte[], byte[]> record(Change change, byte[] value) {
        return new ProducerRecord<>(Topic.CHANGES.topicName(), change.by().getBytes(UTF_8), value);
    }

    private static void lost(byte[] value, @Nullable Exception failure) {
        LOG.warn(
                "Kafka did not take this entry ({}): {}",
                failure == null ? "too many wait" : failure.getMessage(),
                new String(value, UTF_8));
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (!writer.join(LAST_WORDS.plus(LAST_WORDS))) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
