package dateline.ingest.takedown;

import dateline.contract.ContractJson;
import dateline.contract.Outlet;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Finds an outlet's articles in {@code news.raw}. */
@Component
class RecordScan {
    private static final String REVISE_GROUP = "dateline-revise";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_SECONDS = 30;

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaAdmin admin;
    private final ContractJson json = new ContractJson();

    RecordScan(ConsumerFactory<String, byte[]> consumers, KafkaAdmin admin) {
        this.consumers = consumers;
        this.admin = admin;
    }

    /** Of an article's record, what says whose it is. */
    private record Owned(@Nullable Article article) {
        private record Article(@Nullable Outlet outlet) {}
    }

    /** Where {@code news.incoming} ends now: what lies before that was accepted already. */
    Map<TopicPartition, Long> incomingEnds() {
        try (Consumer<String, byte[]> consumer = reader()) {
            return consumer.endOffsets(partitions(consumer, Topic.INCOMING));
        }
    }

    /** Whether the reviser has dealt with all before these positions. */
    boolean isRevised(Map<TopicPartition, Long> ends) {
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            Map<TopicPartition, OffsetAndMetadata> committed = client.listConsumerGroupOffsets(REVISE_GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, Long> begins = new HashMap<>();
            client.listOffsets(begin(ends.keySet()))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, info) -> begins.put(partition, info.offset()));
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata position = committed.get(end.getKey());
                long at = position == null ? begins.getOrDefault(end.getKey(), 0L) : position.offset();
                return at >= end.getValue() || isEmpty(end.getKey(), at, end.getValue());
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the reviser's position is not known: " + e.getMessage(), e);
        }
    }

    /** A transaction ends with a mark that takes an offset and that no reader sees: a position stops before it. */
    private boolean isEmpty(TopicPartition partition, long from, long to) {
        try (Consumer<String, byte[]> consumer = reader()) {
            consumer.assign(Set.of(partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < to) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Map<TopicPartition, OffsetSpec> begin(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        partitions.forEach(partition -> specs.put(partition, OffsetSpec.earliest()));
        return specs;
    }

    /** The partitions of {@code news.raw}. */
    List<TopicPartition> partitions() {
        try (Consumer<String, byte[]> consumer = reader()) {
            return partitions(consumer, Topic.RAW);
        }
    }

    /**
     * Ids of the outlet's articles in a partition, by the newest revision of each that is there now.
     *
     * @param read is told how many records were read, from time to time
     */
    Set<String> articles(TopicPartition partition, String outlet, IntConsumer read) {
        Set<String> ids = new LinkedHashSet<>();
        try (Consumer<String, byte[]> consumer = reader()) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                List<ConsumerRecord<String, byte[]>> rows = consumer.poll(POLL).records(partition);
                for (ConsumerRecord<String, byte[]> row : rows) {
                    if (isOf(outlet, row)) {
                        ids.add(row.key());
                    } else {
                        ids.remove(row.key());
                    }
                }
                read.accept(rows.size());
            }
        }
        return ids;
    }

    private boolean isOf(String outlet, ConsumerRecord<String, byte[]> row) {
        if (row.value() == null) {
            return false;
        }
        try {
            Owned owned = json.read(row.value(), Owned.class);
            return owned.article() != null
                    && owned.article().outlet() != null
                    && outlet.equals(owned.article().outlet().id());
        } catch (UnreadableRecord e) {
            // It has no outlet that anyone could tell; by id it can be taken down.
            return false;
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Consumer<String, byte[]> reader() {
        Properties own = new Properties();
        own.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        own.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return consumers.createConsumer("dateline-takedown-scan", null, null, own);
    }
}
