package dateline.ingest.subscribe;

import dateline.contract.ContractJson;
import dateline.contract.UnreadableRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All feeds and their status, whoever polls them: a view of the feed topics that every instance keeps, so that any can
 * answer. It follows the log, so it lags a little; {@link #await} waits for one's own write.
 */
@Component
public class FeedDirectory implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FeedDirectory.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);

    /** Of a state, only what is shown. */
    private record Shown(FeedStatus status, @Nullable HubSubscription hub) {}

    private final FeedTopics topics;
    private final InstantSource clock;
    private final ContractJson json = new ContractJson();
    private final Map<String, Subscription> feeds = new ConcurrentHashMap<>();
    private final Map<String, FeedStatus> statuses = new ConcurrentHashMap<>();
    private final HubView hubs = new HubView();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private boolean complete;
    private volatile int partitions;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<String, byte[]> reader;
    private volatile @Nullable Thread thread;

    FeedDirectory(FeedTopics topics, InstantSource clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /** The feed with that id. */
    public Optional<FeedView> find(String id) {
        return Optional.ofNullable(feeds.get(id)).map(this::view);
    }

    /** All feeds, in no order. */
    public Stream<FeedView> all() {
        return feeds.values().stream().map(this::view);
    }

    private FeedView view(Subscription feed) {
        return FeedView.of(feed, statuses.get(feed.id()), clock.instant())
                .withPush(hubs.subscription(feed.id()).orElse(null), hubs.news(feed.id()));
    }

    /** What is known of feeds' subscriptions at hubs. */
    public HubView hubs() {
        return hubs;
    }

    /** Number of partitions of the feed topics; 0 as long as it is not known. */
    public int partitions() {
        return partitions;
    }

    /** Waits until the view holds what lies at that offset; returns whether it does. */
    synchronized boolean await(TopicPartition partition, long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (positions.getOrDefault(partition, 0L) <= offset) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Waits until the view has read all that was there when it began; returns whether it has. */
    synchronized boolean awaitComplete(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!complete) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void loop() {
        while (!stopping) {
            try (Consumer<String, byte[]> consumer = topics.reader()) {
                reader = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("Woken to stop");
            } catch (KafkaException | IllegalStateException e) {
                LOG.error("The view of the feeds is interrupted, trying again: {}", e.toString());
                rest();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        while ((partitions = topics.partitions(consumer)) == 0) {
            rest();
            if (stopping) {
                return;
            }
        }
        List<TopicPartition> all = IntStream.range(0, partitions)
                .boxed()
                .flatMap(i -> Stream.of(FeedTopics.definitions(i), FeedTopics.state(i), FeedTopics.pushes(i)))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (!stopping) {
            for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL)) {
                read(row);
            }
            progress(consumer, all, ends);
        }
    }

    private synchronized void progress(
            Consumer<String, byte[]> consumer, List<TopicPartition> all, Map<TopicPartition, Long> ends) {
        all.forEach(partition -> positions.put(partition, consumer.position(partition)));
        complete |= all.stream().allMatch(p -> positions.getOrDefault(p, 0L) >= ends.getOrDefault(p, 0L));
        notifyAll();
    }

    private void read(ConsumerRecord<String, byte[]> row) {
        boolean definition = row.topic().equals(FeedTopics.DEFINITIONS);
        try {
            if (row.topic().equals(FeedTopics.PUSHES)) {
                hubs.read(row);
            } else if (row.value() == null) {
                (definition ? feeds : statuses).remove(row.key());
                if (!definition) {
                    hubs.subscribed(row.key(), null);
                }
            } else if (definition) {
                feeds.put(row.key(), json.read(row.value(), Subscription.class));
            } else {
                Shown shown = json.read(row.value(), Shown.class);
                statuses.put(row.key(), shown.status());
                hubs.subscribed(row.key(), shown.hub());
            }
        } catch (UnreadableRecord e) {
            LOG.error("Feed {} in {} can not be read: {}", row.key(), row.topic(), e.getMessage());
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
        stopping = false;
        thread = Thread.ofPlatform().name("feeds-view").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        stopping = true;
        Consumer<String, byte[]> consumer = reader;
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
