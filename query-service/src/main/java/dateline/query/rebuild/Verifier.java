package dateline.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dateline.contract.ArticleId;
import dateline.contract.Topic;
import dateline.query.index.IndexSettings;
import dateline.query.index.RecordVersion;
import dateline.query.index.SideWriter;
import dateline.query.index.StoreUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares an index with the log. Reads the whole log for the version of each article's newest record, then the whole
 * index for the version of each document. Articles go on coming meanwhile: what differs is looked at again, after the
 * log was read on and the index had time to follow, until it agrees or did not change any more.
 */
@Component
class Verifier {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FOLLOW = Duration.ofSeconds(60);
    private static final int PAGE = 5_000;
    private static final int ROUNDS = 5;
    private static final int SAMPLES = 20;

    private final ElasticsearchClient client;
    private final LogOffsets log;
    private final SideWriter writer;
    private final IndexSettings settings;
    private final Map<String, Object> consumerSettings;
    private final RecordVersion versions = new RecordVersion();
    private final Clock clock = Clock.systemUTC();

    Verifier(
            ElasticsearchClient client,
            LogOffsets log,
            SideWriter writer,
            IndexSettings settings,
            ConsumerFactory<byte[], byte[]> consumers) {
        this.client = client;
        this.log = log;
        this.writer = writer;
        this.settings = settings;
        this.consumerSettings = new HashMap<>(consumers.getConfigurationProperties());
        consumerSettings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerSettings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
        consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerSettings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
    }

    /** The index does not follow, or the service ends. */
    static final class CanNotSay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CanNotSay(String message) {
            super(message);
        }
    }

    /** An article that index and log do not agree on. */
    private record Difference(String id, long logged, long indexed, int partition, long offset) {}

    /**
     * Compares them.
     *
     * @throws CanNotSay if the index does not catch up with the log in time
     * @throws StoreUnavailable if Elasticsearch does not answer
     */
    Verification verify(BuiltIndex index, BooleanSupplier going) {
        long start = System.nanoTime();
        try (var consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            VersionTable table = new VersionTable();
            Map<Integer, Long> end = log.ends();
            List<TopicPartition> partitions = end.keySet().stream()
                    .map(partition -> new TopicPartition(Topic.ENRICHED.topicName(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readLog(consumer, end, table, going);
            awaitWritten(index, end, going);
            Set<String> extra = new HashSet<>();
            readIndex(index.name(), table, extra, going);
            List<Difference> differences = differences(table, false);
            for (int round = 0; round < ROUNDS && !(differences.isEmpty() && extra.isEmpty()); round++) {
                end = log.ends();
                readLog(consumer, end, table, going);
                awaitWritten(index, end, going);
                lookAgain(index.name(), table, differences(table, false), extra);
                // What was stored since the log was read is newer than that, and right.
                differences = differences(table, true);
            }
            return verification(index, consumer, table, differences, extra, start);
        }
    }

    private void readLog(
            KafkaConsumer<byte[], byte[]> consumer, Map<Integer, Long> end, VersionTable table, BooleanSupplier going) {
        while (!consumer.assignment().stream()
                .allMatch(partition -> consumer.position(partition) >= end.getOrDefault(partition.partition(), 0L))) {
            if (!going.getAsBoolean()) {
                throw new CanNotSay("the service ends");
            }
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL)) {
                String id = row.key() == null ? "" : new String(row.key(), UTF_8);
                if (!ArticleId.isValid(id)) {
                    continue;
                }
                OptionalLong version =
                        row.value() == null ? OptionalLong.of(VersionTable.ABSENT) : versions.of(row.value());
                // Of what can not be read, the index keeps the record before.
                version.ifPresent(known -> table.logged(id, known, row.partition(), row.offset()));
            }
        }
    }

    private void awaitWritten(BuiltIndex index, Map<Integer, Long> end, BooleanSupplier going) {
        long deadline = System.nanoTime() + FOLLOW.toNanos();
        while (true) {
            Map<Integer, Long> read = log.read(index.group(settings.group()));
            if (end.entrySet().stream().allMatch(each -> read.getOrDefault(each.getKey(), 0L) >= each.getValue())) {
                return;
            }
            if (System.nanoTime() > deadline || !going.getAsBoolean()) {
                throw new CanNotSay("its readers have not reached the log's end within " + FOLLOW.toSeconds() + " s");
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CanNotSay("interrupted");
            }
        }
    }

    private void readIndex(String index, VersionTable table, Set<String> extra, BooleanSupplier going) {
        try {
            client.indices().refresh(refresh -> refresh.index(index));
            List<FieldValue> after = List.of();
            while (going.getAsBoolean()) {
                List<FieldValue> from = after;
                SearchResponse<Void> page = client.search(
                        search -> {
                            search.index(index)
                                    .size(PAGE)
                                    .version(true)
                                    .trackTotalHits(hits -> hits.enabled(false))
                                    .allowPartialSearchResults(false)
                                    .source(source -> source.fetch(false))
                                    .sort(sort -> sort.field(
                                            field -> field.field("id").order(SortOrder.Asc)));
                            return from.isEmpty() ? search : search.searchAfter(from);
                        },
                        Void.class);
                List<Hit<Void>> hits = page.hits().hits();
                for (Hit<Void> hit : hits) {
                    String id = String.valueOf(hit.id());
                    long version = hit.version() == null ? VersionTable.ABSENT : hit.version();
                    if (!ArticleId.isValid(id) || !table.indexed(id, version)) {
                        extra.add(id);
                    }
                }
                if (hits.size() < PAGE) {
                    return;
                }
                after = hits.getLast().sort();
            }
            throw new CanNotSay("the service ends");
        } catch (IOException | ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        }
    }

    private static List<Difference> differences(VersionTable table, boolean newerIsRight) {
        List<Difference> found = new ArrayList<>();
        table.forEach((id, logged, indexed, partition, offset) -> {
            boolean newer = newerIsRight && logged != VersionTable.ABSENT && indexed > logged;
            if (logged != indexed && !newer) {
                found.add(new Difference(id, logged, indexed, partition, offset));
            }
        });
        return found;
    }

    /** By id, which sees what no search sees yet. */
    private void lookAgain(String index, VersionTable table, List<Difference> differences, Set<String> extra) {
        List<String> ids =
                new ArrayList<>(differences.stream().map(Difference::id).toList());
        ids.addAll(extra);
        try {
            for (int from = 0; from < ids.size(); from += PAGE) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + PAGE));
                var answer = client.mget(
                        get -> get.index(index).ids(some).source(source -> source.fetch(false)), Void.class);
                answer.docs().forEach(doc -> {
                    if (!doc.isResult()) {
                        throw new StoreUnavailable("Elasticsearch does not say what it holds", null);
                    }
                    var result = doc.result();
                    Long version = result.version();
                    boolean there = result.found() && version != null;
                    if (ArticleId.isValid(result.id())
                            && table.indexed(result.id(), there ? version : VersionTable.ABSENT)) {
                        extra.remove(result.id());
                    } else if (!there) {
                        extra.remove(result.id());
                    }
                });
            }
        } catch (IOException | ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        }
    }

    private Verification verification(
            BuiltIndex index,
            KafkaConsumer<byte[], byte[]> consumer,
            VersionTable table,
            List<Difference> differences,
            Set<String> extra,
            long start) {
        Set<String> unstorable = new HashSet<>();
        List<String> samples = new ArrayList<>();
        long missing = 0;
        for (Difference difference : differences) {
            if (difference.logged() != VersionTable.ABSENT && isRefused(index, consumer, difference)) {
                unstorable.add(difference.id());
            } else {
                missing++;
                if (samples.size() < SAMPLES) {
                    samples.add(difference.id());
                }
            }
        }
        extra.stream().limit(SAMPLES - (long) samples.size()).forEach(samples::add);
        long[] sums = new long[4];
        table.forEach((id, logged, indexed, partition, offset) -> {
            if (unstorable.contains(id)) {
                return;
            }
            // The index may be ahead of what was read of the log; then the log has that, too.
            long last = logged != VersionTable.ABSENT && indexed > logged ? indexed : logged;
            if (last != VersionTable.ABSENT) {
                sums[0]++;
                sums[1] += VersionTable.mix(id, last);
            }
            if (indexed != VersionTable.ABSENT) {
                sums[2]++;
                sums[3] += VersionTable.mix(id, indexed);
            }
        });
        return new Verification(
                missing == 0 && extra.isEmpty(),
                sums[0],
                sums[2] + extra.size(),
                String.format("%016x", sums[1]),
                String.format("%016x", sums[3]),
                missing,
                extra.size(),
                unstorable.size(),
                samples,
                Math.round((System.nanoTime() - start) / 1e8) / 10.0,
                clock.instant());
    }

    /** Whether the article is missing because it can not be stored. */
    private boolean isRefused(BuiltIndex index, KafkaConsumer<byte[], byte[]> consumer, Difference difference) {
        TopicPartition partition = new TopicPartition(Topic.ENRICHED.topicName(), difference.partition());
        consumer.seek(partition, difference.offset());
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(POLL).records(partition)) {
                if (row.offset() >= difference.offset()) {
                    return row.offset() == difference.offset()
                            && writer.write(index.target(), List.of(row)).refused() > 0;
                }
            }
        }
        return false;
    }
}
