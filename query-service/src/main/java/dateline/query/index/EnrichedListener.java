package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.Topic;
import dateline.contract.log.PatientConsumer;
import dateline.contract.log.Takedowns;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Takes batches of {@code news.enriched} and has them written, a few bulk requests at once. When it returns, the batch's
 * offsets are committed; when it throws, those of the records before the failed one are, and the rest comes again.
 */
@Component
class EnrichedListener {
    /** The listener's name in Spring Kafka's registry. */
    static final String ID = "index";

    private final RecordReader reader = new RecordReader();
    private final BulkWriter writer;
    private final IndexingState state;
    private final Takedowns takedowns;
    private final RefreshPace refreshing;
    private final DataSize maxBulk;
    private final int bulks;

    EnrichedListener(
            BulkWriter writer,
            IndexingState state,
            Takedowns takedowns,
            RefreshPace refreshing,
            IndexSettings settings) {
        this.writer = writer;
        this.refreshing = refreshing;
        this.takedowns = takedowns;
        this.state = state;
        this.maxBulk = settings.maxBulk();
        this.bulks = settings.bulks();
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            topics = "news.enriched",
            groupId = "${dateline.index.group:query-service}",
            concurrency = "${dateline.index.concurrency:1}",
            batch = "true")
    void onBatch(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        AtomicInteger done = new AtomicInteger();
        noteAge(records, consumer);
        try {
            PatientConsumer.during(consumer, () -> write(records, done));
            state.flowing(partitions(records));
        } catch (RuntimeException e) {
            if (!(e instanceof PatientConsumer.SharedAnew)) {
                Set<TopicPartition> waiting = partitions(records);
                // Some may have been given to another instance while this one tried.
                waiting.retainAll(consumer.assignment());
                state.waiting(waiting, String.valueOf(e.getMessage()));
            }
            throw new BatchListenerFailedException(
                    "can not index " + Topic.ENRICHED + " for now: " + e.getMessage(),
                    e,
                    // Another may have it now, so none of it is ours to commit.
                    e instanceof PatientConsumer.SharedAnew ? 0 : done.get());
        }
    }

    private void noteAge(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> oldest = records.stream()
                .collect(Collectors.toMap(
                        row -> new TopicPartition(row.topic(), row.partition()), ConsumerRecord::timestamp, Math::min));
        oldest.forEach((partition, at) -> refreshing.read(
                partition,
                Instant.ofEpochMilli(at),
                consumer.currentLag(partition).orElse(0) == 0));
    }

    private static Set<TopicPartition> partitions(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean write(List<ConsumerRecord<byte[], byte[]>> records, AtomicInteger done) {
        if (!takedowns.isComplete()) {
            throw new StoreUnavailable("the takedowns have not been read yet", null);
        }
        refreshing.say();
        // Elasticsearch stores some while the next are read; if one fails, leaving waits for the others.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Queue<UnderWay> underWay = new ArrayDeque<>();
            int read = 0;
            while (done.get() < records.size()) {
                while (read < records.size() && underWay.size() < bulks) {
                    List<ConsumerRecord<byte[], byte[]>> chunk = nextChunk(records, read, underWay);
                    if (chunk.isEmpty()) {
                        break;
                    }
                    underWay.add(new UnderWay(articles(chunk), threads.submit(() -> writer.store(read(chunk)))));
                    read += chunk.size();
                }
                BulkWriter.Stored stored =
                        PatientConsumer.result(underWay.remove().stored());
                writer.settle(stored);
                done.addAndGet(stored.done().size());
            }
        }
        return true;
    }

    /** A request that is not answered yet, and the keys of its records. */
    private record UnderWay(Set<String> articles, Future<BulkWriter.Stored> stored) {}

    private static Set<String> articles(List<ConsumerRecord<byte[], byte[]>> chunk) {
        return chunk.stream().map(EnrichedListener::article).collect(Collectors.toSet());
    }

    private static String article(ConsumerRecord<byte[], byte[]> row) {
        return row.key() == null ? "" : new String(row.key(), UTF_8);
    }

    /** None while the next article is under way: what is remembered of reprints follows an article's revisions in order. */
    private List<ConsumerRecord<byte[], byte[]>> nextChunk(
            List<ConsumerRecord<byte[], byte[]>> records, int from, Collection<UnderWay> underWay) {
        long bytes = 0;
        int to = from;
        while (to < records.size() && bytes < maxBulk.toBytes()) {
            ConsumerRecord<byte[], byte[]> next = records.get(to);
            String article = article(next);
            if (underWay.stream().anyMatch(each -> each.articles().contains(article))) {
                break;
            }
            bytes += next.value() == null ? 0 : next.value().length;
            to++;
        }
        return records.subList(from, to);
    }

    private List<Write> read(List<ConsumerRecord<byte[], byte[]>> chunk) {
        return chunk.stream().map(reader::read).map(this::withoutTakenDown).toList();
    }

    /** A takedown is final, whatever comes after it and whenever: sent again, read again, or late. */
    private Write withoutTakenDown(Write write) {
        return switch (write) {
            case Write.Put put
            when takedowns.contains(put.id()) -> new Write.Delete(put.origin(), put.id(), ArticleVersion.ofTakedown());
            case Write.Delete deletion
            when takedowns.contains(deletion.id()) ->
                new Write.Delete(deletion.origin(), deletion.id(), ArticleVersion.ofTakedown());
            case Write.Put put -> put;
            case Write.Delete deletion -> deletion;
            case Write.SetAside setAside -> setAside;
        };
    }
}
