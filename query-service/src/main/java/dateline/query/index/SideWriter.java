package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * Writes records of {@code news.enriched} to an index that is not the one behind the alias, several bulk requests at
 * once: versions put the writes in order. What can never be stored is counted and left out; the live listener makes it a
 * dead letter.
 */
@Component
public final class SideWriter {
    /** What was read as bytes becomes a somewhat larger document. */
    private static final int RAW_BYTES_A_BULK = 2 * 1024 * 1024;

    private final ElasticsearchClient client;
    private final Reprints reprints;
    private final RecordReader reader = new RecordReader();

    SideWriter(ElasticsearchClient client, Reprints reprints) {
        this.client = client;
        this.reprints = reprints;
    }

    /**
     * What became of records.
     *
     * @param stored written or removed, or older than what the index holds
     * @param refused that can never be stored
     */
    public record Written(long stored, long refused) {
        static Written sum(Written a, Written b) {
            return new Written(a.stored + b.stored, a.refused + b.refused);
        }
    }

    /**
     * Writes them; returns when each is stored or known to be impossible to store.
     *
     * @param target an alias of the one index, so that a removed index is not made again by writing to it
     * @throws StoreUnavailable if at least one could not be written now and may be later; all may be written again
     */
    public Written write(String target, List<ConsumerRecord<byte[], byte[]>> records) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Written>> parts = new ArrayList<>();
            for (List<ConsumerRecord<byte[], byte[]>> part : parts(records)) {
                parts.add(threads.submit(() -> writePart(target, part)));
            }
            Written all = new Written(0, 0);
            for (Future<Written> part : parts) {
                all = Written.sum(all, part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreUnavailable away
                    ? away
                    : new StoreUnavailable("an index can not be written: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted", e);
        }
    }

    private static List<List<ConsumerRecord<byte[], byte[]>>> parts(List<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> parts = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> part = new ArrayList<>();
        int bytes = 0;
        for (ConsumerRecord<byte[], byte[]> row : records) {
            part.add(row);
            bytes += row.value() == null ? 0 : row.value().length;
            if (bytes >= RAW_BYTES_A_BULK) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private Written writePart(String target, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Write> writes = records.stream()
                .map(reader::read)
                .filter(write -> !(write instanceof Write.SetAside))
                .toList();
        long refused = records.size() - writes.size();
        if (writes.isEmpty()) {
            return new Written(0, refused);
        }
        Reprints.Marked marked = reprints.mark(target, writes);
        Written written = bulk(target, marked.writes());
        reprints.mend(target, marked);
        return Written.sum(new Written(0, refused), written);
    }

    private Written bulk(String target, List<Write> writes) {
        try {
            BulkResponse response = client.bulk(bulk -> bulk.index(target)
                    .requireAlias(true)
                    .operations(writes.stream().map(BulkWriter::operation).toList()));
            long refused = 0;
            for (BulkResponseItem item : response.items()) {
                if (item.error() == null || BulkFault.isStale(item.status())) {
                    continue;
                }
                if (!BulkFault.isPermanent(item.status())) {
                    throw new StoreUnavailable(
                            "Elasticsearch can not store now: " + BulkFault.describe(item.error()), null);
                }
                refused++;
            }
            return new Written(writes.size() - refused, refused);
        } catch (IOException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        } catch (ElasticsearchException e) {
            if (!BulkFault.isPermanent(e.status())) {
                throw new StoreUnavailable("Elasticsearch refuses the request: " + e.getMessage(), e);
            }
            if (writes.size() == 1) {
                return new Written(0, 1);
            }
            return writes.stream().map(one -> bulk(target, List.of(one))).reduce(new Written(0, 0), Written::sum);
        }
    }
}
