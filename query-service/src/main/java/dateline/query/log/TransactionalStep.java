package dateline.query.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes records of records: a member of a consumer group whose output and position are committed in one transaction, so
 * that each record is dealt with once however often a process ends. If anything fails, consumer and producer are thrown
 * away and the step begins anew at the committed position.
 */
public final class TransactionalStep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalStep.class);
    private static final int FETCH_BYTES = 1 << 20;
    private static final int FETCH_WAIT_MILLIS = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAST_WORD = Duration.ofSeconds(5);
    private static final long FIRST_REST_MILLIS = 500;
    private static final long LONGEST_REST_MILLIS = 10_000;

    /** What a step does; called on one thread. */
    public interface Work {
        /** Whether what it needs to know is known; it is asked again until then, and nothing is read before. */
        boolean isReady();

        /** Forget everything: all partitions are gone. */
        default void begin() {}

        /**
         * These partitions came. The consumer stands at their committed positions, and may be moved.
         *
         * @param committed where each partition's own work begins; what lies before was dealt with
         */
        default void assigned(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> committed) {}

        /** These went. */
        default void revoked(Collection<TopicPartition> partitions) {}

        /**
         * What follows from the records.
         *
         * @param results takes it piece by piece, so that however much it is, little of it is held in memory
         */
        void apply(List<ConsumerRecord<byte[], byte[]>> records, Results results);
    }

    /** Where results go. */
    @FunctionalInterface
    public interface Results {
        /** Waits while more is on its way than the producer's buffer holds. */
        void add(ProducerRecord<byte[], byte[]> result);
    }

    private final String name;
    private final String topic;
    private final Map<String, Object> consumerSettings;
    private final Map<String, Object> producerSettings;
    private final Work work;
    private final Thread thread;
    private volatile boolean closed;
    private long rest = FIRST_REST_MILLIS;

    /**
     * Does nothing before {@link #start}.
     *
     * @param group the consumer group, which also names the step
     */
    public TransactionalStep(
            String group, String topic, Map<String, Object> consumer, Map<String, Object> producer, Work work) {
        this.name = group;
        this.topic = topic;
        this.work = work;
        this.consumerSettings = new HashMap<>(consumer);
        consumerSettings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerSettings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // What comes within half a second is one transaction, not one for each article where they come one by one.
        consumerSettings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        consumerSettings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        this.producerSettings = new HashMap<>(producer);
        // The group's generation fences a former owner of a partition, so the id needs no meaning (KIP-447).
        producerSettings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-" + UUID.randomUUID());
        // Transactions are short here. What one leaves open that is killed holds up readers only so long; a broker that
        // hangs is given up before that.
        producerSettings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        producerSettings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 8_000);
        producerSettings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 14_000);
        producerSettings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 14_000);
        this.thread = Thread.ofPlatform().daemon().name(group).unstarted(this::loop);
    }

    public void start() {
        thread.start();
    }

    private void loop() {
        while (!closed) {
            try {
                if (work.isReady()) {
                    run();
                } else {
                    Thread.sleep(FIRST_REST_MILLIS / 5);
                }
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (WakeupException e) {
                LOG.debug("{} was woken to stop", name);
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("{} failed and begins anew in {} ms: {}", name, rest, e.toString());
                    LOG.debug("Because of", e);
                    rest();
                }
            }
        }
    }

    private void run() {
        work.begin();
        try (var producer =
                        new KafkaProducer<>(producerSettings, new ByteArraySerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(
                        consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.initTransactions();
            Map<TopicPartition, Long> from = new HashMap<>();
            consumer.subscribe(List.of(topic), new Assignment(consumer, from));
            while (!closed) {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                consumer.poll(POLL).forEach(records::add);
                if (!records.isEmpty()) {
                    commit(producer, consumer, from, records);
                    rest = FIRST_REST_MILLIS;
                }
            }
        }
    }

    private void commit(
            KafkaProducer<byte[], byte[]> producer,
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> from,
            List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> row : records) {
            TopicPartition partition = new TopicPartition(row.topic(), row.partition());
            // What is only read back to remember it moves no position.
            if (row.offset() >= from.getOrDefault(partition, 0L)) {
                positions.put(partition, new OffsetAndMetadata(row.offset() + 1));
            }
        }
        if (positions.isEmpty()) {
            work.apply(records, result -> {});
            return;
        }
        producer.beginTransaction();
        work.apply(records, producer::send);
        producer.sendOffsetsToTransaction(positions, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private void rest() {
        try {
            Thread.sleep(rest);
            rest = Math.min(rest * 2, LONGEST_REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Tells the work what it owns. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<TopicPartition, Long> from;

        Assignment(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> from) {
            this.consumer = consumer;
            this.from = from;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            Map<TopicPartition, Long> committed = new HashMap<>();
            partitions.forEach(partition -> committed.put(partition, consumer.position(partition)));
            from.putAll(committed);
            work.assigned(consumer, committed);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(from::remove);
            work.revoked(partitions);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            // It looks every poll; interrupted only if Kafka is away and lets it hang.
            if (thread.isAlive() && !thread.join(LAST_WORD)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
