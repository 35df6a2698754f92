package dateline.ingest.poll;

import dateline.contract.ContractJson;
import dateline.contract.UnreadableRecord;
import dateline.ingest.fetch.HostLanes;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedPartition;
import dateline.ingest.subscribe.FeedTopics;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.HubView;
import dateline.ingest.subscribe.Subscription;
import dateline.ingest.websub.WebSubProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes part in the group that shares the feeds: for each partition of the definitions that this instance is given, it
 * opens a {@link PartitionWorker}, and closes it when the partition goes elsewhere.
 */
@Component
class Polling implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofSeconds(1);

    private final FeedsProperties properties;
    private final FeedTopics topics;
    private final StateLog states;
    private final Tasks tasks;
    private final HubView hubs;
    private final WebSubProperties webSub;
    private final HostLanes lanes;
    private final InstantSource clock;
    private final ContractJson json = new ContractJson();
    private final ScheduledThreadPoolExecutor timer;
    private final Map<Integer, PartitionWorker> workers = new ConcurrentHashMap<>();
    // End of the definitions when the worker was opened: what lies before must be known before it starts.
    private final Map<Integer, Long> startAt = new HashMap<>();
    private volatile @Nullable Consumer<String, byte[]> member;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    Polling(
            FeedsProperties properties,
            FeedTopics topics,
            StateLog states,
            Tasks tasks,
            FeedDirectory directory,
            WebSubProperties webSub,
            HostLanes lanes,
            InstantSource clock) {
        this.properties = properties;
        this.topics = topics;
        this.states = states;
        this.tasks = tasks;
        this.hubs = directory.hubs();
        this.webSub = webSub;
        this.lanes = lanes;
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("feeds-due").daemon().factory());
        this.timer.setRemoveOnCancelPolicy(true);
        hubs.onNews(feed -> workers.values().forEach(worker -> worker.heard(feed)));
    }

    /** The states of all feeds that this instance owns. */
    Stream<FeedState> owned() {
        return workers.values().stream().flatMap(worker -> worker.states().stream());
    }

    @Override
    public void start() {
        if (properties.enabled()) {
            stopping = false;
            thread = Thread.ofPlatform().name("feeds-group").start(this::loop);
        }
    }

    private void loop() {
        while (!stopping) {
            try (Consumer<String, byte[]> consumer = topics.member()) {
                member = consumer;
                work(consumer);
            } catch (WakeupException e) {
                LOG.debug("Woken to stop");
            } catch (KafkaException | IllegalStateException e) {
                LOG.error("Polling feeds is interrupted, trying again: {}", e.toString());
                rest();
            } finally {
                close(List.copyOf(workers.keySet()));
            }
        }
    }

    private void work(Consumer<String, byte[]> consumer) {
        int partitions;
        while ((partitions = topics.partitions(consumer)) == 0) {
            rest();
            if (stopping) {
                return;
            }
        }
        consumer.subscribe(List.of(FeedTopics.DEFINITIONS), new Rebalance());
        while (!stopping) {
            for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL)) {
                PartitionWorker worker = workers.get(row.partition());
                if (worker != null) {
                    define(worker, row, partitions);
                }
            }
            tend(consumer);
        }
    }

    private void define(PartitionWorker worker, ConsumerRecord<String, byte[]> row, int partitions) {
        if (row.value() == null) {
            worker.define(row.key(), null);
            return;
        }
        try {
            Subscription feed = json.read(row.value(), Subscription.class);
            if (FeedPartition.of(feed.url(), partitions) == row.partition()) {
                worker.define(row.key(), feed);
            } else {
                LOG.error(
                        "Feed {} is not polled: its definition lies in partition {}, which is not its site's. Was the"
                                + " number of partitions changed?",
                        feed.url(),
                        row.partition());
            }
        } catch (UnreadableRecord | IllegalArgumentException e) {
            LOG.error("Definition of feed {} can not be read: {}", row.key(), e.getMessage());
        }
    }

    /** Opens workers where they are missing or broke, and starts those that know all their feeds. */
    private void tend(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        List<Integer> broken = assigned.stream()
                .map(TopicPartition::partition)
                .filter(partition -> workers.get(partition) instanceof PartitionWorker worker && worker.isBroken())
                .toList();
        if (!broken.isEmpty()) {
            close(broken);
            // Whoever fenced us owns the partition by now, and the group will tell us in the meantime.
            rest();
            return;
        }
        List<TopicPartition> missing = assigned.stream()
                .filter(partition -> !workers.containsKey(partition.partition()))
                .toList();
        if (!missing.isEmpty()) {
            open(missing);
            Map<TopicPartition, Long> ends = consumer.endOffsets(missing);
            ends.forEach((partition, end) -> startAt.put(partition.partition(), end));
            consumer.seekToBeginning(missing);
        }
        for (TopicPartition partition : assigned) {
            PartitionWorker worker = workers.get(partition.partition());
            long end = startAt.getOrDefault(partition.partition(), 0L);
            if (worker != null && !worker.isStarted() && consumer.position(partition) >= end) {
                worker.start();
            }
        }
    }

    /** All at once: most of the time goes into waiting for the transaction coordinator. */
    private void open(List<TopicPartition> missing) {
        List<Future<?>> opening = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (TopicPartition one : missing) {
                int partition = one.partition();
                opening.add(threads.submit(() -> workers.put(partition, open(partition))));
            }
        }
        for (Future<?> one : opening) {
            if (one.state() == Future.State.FAILED) {
                throw new KafkaException("a partition could not be opened", one.exceptionNow());
            }
        }
    }

    private PartitionWorker open(int partition) {
        Producer<String, byte[]> producer = topics.owner(partition);
        try {
            producer.initTransactions();
            Map<String, FeedState> loaded = states.load(partition);
            LOG.info("Polls partition {} of the feeds, {} of them known", partition, loaded.size());
            return new PartitionWorker(partition, producer, loaded, tasks, hubs, webSub.pause(), lanes, timer, clock);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private void close(Collection<Integer> partitions) {
        List<PartitionWorker> closing = partitions.stream()
                .map(workers::remove)
                .filter(worker -> worker != null)
                .toList();
        closing.parallelStream().forEach(PartitionWorker::close);
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
    public void stop() {
        stopping = true;
        Consumer<String, byte[]> consumer = member;
        Thread running = thread;
        if (consumer == null || running == null) {
            return;
        }
        consumer.wakeup();
        try {
            running.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("Given {}", partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            close(partitions.stream().map(TopicPartition::partition).toList());
        }
    }
}
