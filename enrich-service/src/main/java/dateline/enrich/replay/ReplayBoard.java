package dateline.enrich.replay;

import dateline.contract.ContractJson;
import dateline.contract.ReplayOrder;
import dateline.contract.ReplayProgress;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** All orders and how far each is: both topics as every instance reads them, whole. */
@Component
final class ReplayBoard implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReplayBoard.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final List<String> TOPICS = List.of(Topic.REPLAYS.topicName(), Topic.REPLAY_PROGRESS.topicName());

    /** Orders that name articles are short, and somebody waits for them; so they overtake. */
    static final Comparator<ReplayOrder> RANK = Comparator.comparing(
                    (ReplayOrder order) -> order.selection().articles().isEmpty())
            .thenComparing(ReplayOrder::at)
            .thenComparing(ReplayOrder::id);

    private final PartitionLog settings;
    private final KafkaAdmin admin;
    private final ContractJson json = new ContractJson();
    private final Map<String, ReplayOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, ReplayProgress> progress = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Object moved = new Object();
    private volatile boolean running;
    private volatile int partitions = Integer.MAX_VALUE;

    ReplayBoard(PartitionLog settings, KafkaAdmin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /** All orders, the newest first. */
    List<ReplayOrder> orders() {
        return orders.values().stream()
                .sorted(Comparator.comparing(ReplayOrder::at)
                        .reversed()
                        .thenComparing(ReplayOrder::id, Comparator.reverseOrder()))
                .toList();
    }

    Optional<ReplayOrder> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** How far the order is, partition by partition; those that have not begun are missing. */
    List<ReplayProgress> progress(ReplayOrder order) {
        return progress.values().stream()
                .filter(each -> each.order().equals(order.id()))
                .sorted(Comparator.comparing(ReplayProgress::partition))
                .toList();
    }

    Optional<ReplayProgress> progress(ReplayOrder order, int partition) {
        return Optional.ofNullable(progress.get(order.id() + "/" + partition));
    }

    /** How many partitions an order has to be done in. */
    int partitions() {
        return partitions;
    }

    /** The order that the partition must work on next. */
    Optional<ReplayOrder> next(int partition) {
        return orders.values().stream()
                .filter(order -> order.cancelledAt() == null)
                .filter(order -> progress(order, partition)
                        .map(each -> each.state() == ReplayProgress.State.RUNNING)
                        .orElse(true))
                .min(RANK);
    }

    /** Notes what this instance wrote itself, before it comes back. What was called off stays so if the order is read late. */
    void note(ReplayOrder order) {
        orders.merge(order.id(), order, (known, read) -> known.cancelledAt() == null ? read : known);
    }

    /** Whether the order was called off, as far as this instance knows. */
    boolean isCancelled(ReplayOrder order) {
        ReplayOrder known = orders.get(order.id());
        return known == null || known.cancelledAt() != null;
    }

    void note(ReplayProgress made) {
        progress.put(made.key(), made);
    }

    /**
     * Waits until all was read that had been written before. A former owner's transaction may still be open, so the goal
     * is the very end of the log and not the end of what is decided so far.
     */
    void awaitRead(PartitionLog.Going going) throws InterruptedException {
        Map<TopicPartition, Long> ends = ends();
        synchronized (moved) {
            while (going.on()
                    && !ends.entrySet().stream()
                            .allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue())) {
                moved.wait(POLL.toMillis());
            }
        }
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            var partitions = client.describeTopics(TOPICS).allTopicNames().get().values().stream()
                    .flatMap(topic ->
                            topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            client.listOffsets(partitions).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ends of " + TOPICS + " are not known", e.getCause());
        }
    }

    private void read() {
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(settings.settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                read(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("The orders to replay can not be read now: {}", e.toString());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        partitions = consumer.partitionsFor(Topic.RAW.topicName()).size();
        Collection<TopicPartition> read = new ArrayList<>();
        for (String topic : TOPICS) {
            consumer.partitionsFor(topic).forEach(info -> read.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(read);
        consumer.seekToBeginning(read);
        while (running) {
            consumer.poll(POLL).forEach(this::take);
            synchronized (moved) {
                read.forEach(partition -> positions.put(partition, consumer.position(partition)));
                moved.notifyAll();
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> row) {
        boolean isOrder = row.topic().equals(Topic.REPLAYS.topicName());
        try {
            if (row.key() == null) {
                throw new UnreadableRecord("it has no key", null);
            }
            if (row.value() == null) {
                (isOrder ? orders : progress).remove(row.key());
            } else if (isOrder) {
                ReplayOrder order = json.read(row.value(), ReplayOrder.class);
                if (Stream.of(order.id(), order.at(), order.selection()).anyMatch(part -> part == null)) {
                    throw new UnreadableRecord("it has no id, time or selection", null);
                }
                note(order);
            } else {
                note(json.read(row.value(), ReplayProgress.class));
            }
        } catch (UnreadableRecord e) {
            log.warn("{}-{}@{} is passed over: {}", row.topic(), row.partition(), row.offset(), e.getMessage());
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("replay-board").start(this::read);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
