package dateline.query.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.RecordPlace;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.contract.log.LogEnd;
import dateline.query.alert.AlertSettings;
import dateline.query.alert.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends what {@code news.deliveries} says is still to be sent. A delivery's newest record says how it stands; a tombstone,
 * that it is done with. The position that is committed is that of the oldest delivery still open, so whoever is given a
 * partition reads it from there to its end, knows what is open, and goes on: nothing is lost, and only what was being
 * sent when a process ended is sent again.
 */
@Component
final class DeliveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(2);

    private final Map<String, Object> consumerSettings;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Sending sending;
    private final DeadDeliveries dead;
    private final DeliverySettings settings;
    private final MeterRegistry meters;
    private final boolean enabled;
    private final ContractJson json = new ContractJson();
    private final Clock clock = Clock.systemUTC();
    private final Map<TopicPartition, PendingDeliveries> partitions = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private int underWay;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    DeliveryWorker(
            ConsumerFactory<?, ?> consumers,
            KafkaTemplate<byte[], byte[]> template,
            Sending sending,
            DeadDeliveries dead,
            DeliverySettings settings,
            AlertSettings alerts,
            MeterRegistry meters) {
        this.kafka = template;
        this.sending = sending;
        this.dead = dead;
        this.settings = settings;
        this.meters = meters;
        this.enabled = alerts.enabled();
        this.consumerSettings = new HashMap<>(consumers.getConfigurationProperties());
        consumerSettings.put(ConsumerConfig.GROUP_ID_CONFIG, alerts.group() + "-delivering");
        consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerSettings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /** What came of a batch of a partition. */
    private record Outcome(TopicPartition partition, PendingDeliveries of, Batch batch, Attempt attempt) {}

    private void loop() {
        while (!stopping) {
            try {
                if (sending.isReady()) {
                    run();
                } else {
                    Thread.sleep(POLL);
                }
            } catch (InterruptedException | InterruptException e) {
                return;
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("Delivering was interrupted and begins anew: {}", e.toString());
                rest();
            }
        }
    }

    private void run() {
        partitions.clear();
        ends.clear();
        try (var consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.DELIVERIES.topicName()), new Assignment(consumer));
            Instant committed = clock.instant();
            while (!stopping) {
                consumer.poll(POLL).forEach(this::read);
                for (Outcome each = outcomes.poll(); each != null; each = outcomes.poll()) {
                    note(each);
                }
                partitions.forEach((partition, pending) -> {
                    if (consumer.position(partition) >= ends.getOrDefault(partition, 0L)) {
                        dispatch(partition, pending);
                    }
                    bound(consumer, partition, pending);
                });
                if (committed.plus(BETWEEN_COMMITS).isBefore(clock.instant())) {
                    consumer.commitAsync(positions(consumer), (offsets, failure) -> {});
                    committed = clock.instant();
                }
            }
            consumer.commitSync(positions(consumer));
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> row) {
        PendingDeliveries pending = partitions.get(new TopicPartition(row.topic(), row.partition()));
        if (pending == null || row.key() == null) {
            return;
        }
        try {
            pending.read(
                    new String(row.key(), UTF_8),
                    row.offset(),
                    row.value() == null ? null : json.read(row.value(), Delivery.class));
        } catch (UnreadableRecord e) {
            LOG.error("{}-{}@{} can not be read: {}", row.topic(), row.partition(), row.offset(), e.getMessage());
        }
    }

    private void dispatch(TopicPartition partition, PendingDeliveries pending) {
        if (underWay >= settings.concurrency() || pending.size() == 0) {
            return;
        }
        for (Batch batch : pending.due(clock.instant())) {
            if (underWay >= settings.concurrency()) {
                return;
            }
            String host = Sending.host(batch.channel());
            if (hosts.getOrDefault(host, 0) < settings.concurrencyPerHost()) {
                pending.underWay(batch);
                hosts.merge(host, 1, Integer::sum);
                underWay++;
                boolean tooMany = pending.size(batch.search()) > settings.mostPendingPerSearch();
                Map<String, Long> offsets = new HashMap<>();
                batch.deliveries().forEach(each -> offsets.put(each.id(), pending.offset(each.id())));
                Thread.ofVirtual()
                        .name("deliver-" + host)
                        .start(() -> outcomes.add(
                                new Outcome(partition, pending, batch, attempt(partition, batch, offsets, tooMany))));
            }
        }
    }

    /** Tries, and gives up what is to be given up; on a thread of its own. */
    private Attempt attempt(TopicPartition partition, Batch batch, Map<String, Long> offsets, boolean tooMany) {
        Attempt attempt = sending.send(batch);
        try {
            for (Delivery delivery : batch.deliveries()) {
                switch (attempt) {
                    case Attempt.Taken _ -> count(delivery, "sent");
                    case Attempt.Hopeless(String reason, String problem) ->
                        giveUp(partition, offsets, delivery, reason, problem);
                    case Attempt.Failed failed -> {
                        if (tooMany) {
                            giveUp(partition, offsets, delivery, "too-many-wait", failed.problem());
                        } else if (sending.pause(delivery, failed).isEmpty()) {
                            giveUp(partition, offsets, delivery, "not-taken", failed.problem());
                        } else {
                            count(delivery, "failed");
                        }
                    }
                }
            }
            return attempt instanceof Attempt.Failed && tooMany
                    ? new Attempt.Hopeless("too-many-wait", "given up")
                    : attempt;
        } catch (RuntimeException e) {
            // Not given up after all: Kafka is away. It is tried again.
            return new Attempt.Failed(e.toString(), null);
        }
    }

    private void giveUp(
            TopicPartition partition, Map<String, Long> offsets, Delivery delivery, String reason, String problem) {
        RecordPlace place =
                new RecordPlace(partition.topic(), partition.partition(), offsets.getOrDefault(delivery.id(), 0L));
        dead.send(place, delivery, reason, problem);
        count(delivery, "dead");
        LOG.warn("Gave up {} to {} ({}): {}", delivery.id(), delivery.channel().target(), reason, problem);
    }

    private void count(Delivery delivery, String outcome) {
        meters.counter(
                        "dateline.alerts.deliveries",
                        "channel",
                        delivery.channel().target().split(" ", 2)[0],
                        "outcome",
                        outcome)
                .increment();
    }

    /** Brings log and memory up to what happened. */
    private void note(Outcome outcome) {
        underWay--;
        hosts.computeIfPresent(Sending.host(outcome.batch().channel()), (host, count) -> count == 1 ? null : count - 1);
        for (Delivery delivery : outcome.batch().deliveries()) {
            Optional<Duration> pause = outcome.attempt() instanceof Attempt.Failed failed
                    ? sending.pause(delivery, failed)
                    : Optional.empty();
            if (pause.isPresent() && outcome.attempt() instanceof Attempt.Failed(String problem, Duration _)) {
                Delivery next = delivery.after(problem, clock.instant().plus(pause.get()));
                write(outcome.partition(), delivery.id(), json.write(next));
                outcome.of().again(next);
            } else {
                write(outcome.partition(), delivery.id(), null);
                outcome.of().finish(delivery.id());
            }
        }
    }

    @SuppressWarnings("NullAway") // A tombstone's value is null by definition.
    private void write(TopicPartition partition, String id, byte @Nullable [] value) {
        // If it gets lost, the delivery is sent once more after a restart: at least once.
        kafka.send(new ProducerRecord<>(partition.topic(), partition.partition(), id.getBytes(UTF_8), value))
                .exceptionally(e -> {
                    LOG.warn("What became of delivery {} was not noted: {}", id, e.toString());
                    return null;
                });
    }

    private void bound(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, PendingDeliveries pending) {
        boolean paused = consumer.paused().contains(partition);
        if (!paused && pending.size() >= settings.mostPending()) {
            consumer.pause(List.of(partition));
            // What was read is all there is room for; the rest waits in the log.
            ends.put(partition, 0L);
        } else if (paused && pending.size() < settings.mostPending() * 4L / 5) {
            consumer.resume(List.of(partition));
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> positions(KafkaConsumer<byte[], byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        partitions.forEach((partition, pending) ->
                positions.put(partition, new OffsetAndMetadata(pending.needed(consumer.position(partition)))));
        return positions;
    }

    /** Keeps what is open of each partition while it is ours. */
    private final class Assignment implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        Assignment(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            ends.putAll(LogEnd.of(consumerSettings, assigned));
            assigned.forEach(partition -> partitions.put(partition, new PendingDeliveries(settings.digestMost())));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            Map<TopicPartition, OffsetAndMetadata> positions = positions(consumer);
            positions.keySet().retainAll(revoked);
            try {
                consumer.commitSync(positions);
            } finally {
                partitions.keySet().removeAll(revoked);
                ends.keySet().removeAll(revoked);
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    @Override
    public void start() {
        if (enabled) {
            stopping = false;
            thread = Thread.ofPlatform().daemon().name("deliveries").start(this::loop);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        Thread running = thread;
        thread = null;
        try {
            if (running != null && !running.join(REST)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
