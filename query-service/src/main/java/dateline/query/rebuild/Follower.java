package dateline.query.rebuild;

import dateline.contract.Topic;
import dateline.query.index.FreshnessWindow;
import dateline.query.index.SideWriter;
import dateline.query.index.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's readers of the log for one index: members of the index's own consumer group, so that several instances
 * share the partitions and a killed one's are taken over from where it was. Fills an index from the beginning and then
 * keeps it current, until it is closed.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final BuiltIndex index;
    private final String group;
    private final SideWriter writer;
    private final Map<String, Object> settings;
    private final FreshnessWindow live;
    private final RebuildProperties properties;
    private final SharedPartitions shared = new SharedPartitions();
    private final LongAdder refused = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    Follower(
            BuiltIndex index,
            String group,
            SideWriter writer,
            Map<String, Object> consumerSettings,
            FreshnessWindow live,
            RebuildProperties properties) {
        this.index = index;
        this.group = group;
        this.writer = writer;
        this.live = live;
        this.properties = properties;
        this.settings = new HashMap<>(consumerSettings);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
        for (int i = 0; i < properties.consumers(); i++) {
            threads.add(Thread.ofVirtual().name(group + "-" + i).start(this::run));
        }
        LOG.info("Index {} is written from the log (group {})", index.name(), group);
    }

    /** Whether this instance is the one that decides about the index: the owner of the first partition. */
    boolean leads() {
        return shared.contain(0);
    }

    /** Records that could not be stored, met by this instance since it began. */
    long refused() {
        return refused.sum();
    }

    private void run() {
        String reader = Thread.currentThread().getName();
        while (open) {
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(Topic.ENRICHED.topicName()));
                while (open) {
                    follow(consumer, reader);
                }
            } catch (KafkaException e) {
                if (open) {
                    LOG.warn("The readers of {} start again: {}", index.name(), e.toString());
                    pause(properties.retry());
                }
            } finally {
                shared.are(reader, Set.of());
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer, String reader) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        shared.are(reader, consumer.assignment());
        try {
            List<ConsumerRecord<byte[], byte[]>> rows = new ArrayList<>(records.count());
            records.forEach(rows::add);
            if (!write(rows)) {
                return;
            }
        } catch (StoreUnavailable e) {
            LOG.debug("Records wait for {}: {}", index.name(), e.getMessage());
            records.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, records.records(partition).getFirst().offset()));
            pause(properties.retry());
            return;
        }
        try {
            // Also without records: the position moves over what transactions leave in the log.
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("The new owner writes it once more: {}", e.getMessage());
        }
    }

    /** In small pieces and with rests while live articles come in; says whether all were written before the end came. */
    private boolean write(List<ConsumerRecord<byte[], byte[]>> rows) {
        int from = 0;
        while (from < rows.size()) {
            boolean keepsBack = live.isLive();
            int to = keepsBack ? Math.min(rows.size(), from + properties.atOnceBesideLive()) : rows.size();
            long began = System.nanoTime();
            refused.add(writer.write(index.target(), rows.subList(from, to)).refused());
            if (keepsBack) {
                double worked = System.nanoTime() - began;
                pause(Duration.ofNanos((long) (worked / properties.shareBesideLive() - worked)));
            }
            from = to;
            if (!open) {
                return false;
            }
        }
        return true;
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    /** Ends it; returns when nothing more is written. */
    @Override
    public void close() {
        open = false;
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
