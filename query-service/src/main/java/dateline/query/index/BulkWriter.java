package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import dateline.contract.log.ArticleTrace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * Writes a few articles in one bulk request and looks at the answer item by item. First they are {@linkplain #store
 * stored}, several requests at once if need be, since versions put the writes in order; then they are {@linkplain
 * #settle settled}, in the order of the log: what can never be stored becomes a dead letter, and all of it is counted.
 * Until then everything may be written again without harm. Thread-safe.
 */
@Component
final class BulkWriter {
    private final ElasticsearchClient client;
    private final IndexSetup setup;
    private final Reprints reprints;
    private final DeadLetters deadLetters;
    private final Refusals refusals;
    private final IndexMetrics metrics;
    private final ArticleTrace trace;
    private final Clock clock = Clock.systemUTC();
    private final String alias;

    BulkWriter(
            ElasticsearchClient client,
            IndexSetup setup,
            Reprints reprints,
            DeadLetters deadLetters,
            Refusals refusals,
            IndexMetrics metrics,
            ArticleTrace trace,
            IndexSettings settings) {
        this.client = client;
        this.setup = setup;
        this.reprints = reprints;
        this.deadLetters = deadLetters;
        this.refusals = refusals;
        this.metrics = metrics;
        this.trace = trace;
        this.alias = settings.alias();
    }

    /**
     * What became of a few articles.
     *
     * @param began when their writing began
     */
    record Stored(List<Done> done, Instant began) {}

    /** What became of one. */
    record Done(Write write, Outcome outcome) {}

    /**
     * Stores them: when it returns, each is stored, deleted, older than what is stored, or known to be impossible to store.
     *
     * @throws StoreUnavailable if at least one could not be written now and may be later
     */
    Stored store(List<? extends Write> writes) {
        Instant began = clock.instant();
        List<Done> done = new ArrayList<>();
        List<Write> toStore = new ArrayList<>();
        for (Write write : writes) {
            switch (write) {
                case Write.SetAside setAside -> done.add(new Done(setAside, Outcome.DEAD));
                case Write.Put put -> toStore.add(put);
                case Write.Delete delete -> toStore.add(delete);
            }
        }
        if (!toStore.isEmpty()) {
            setup.ensure();
            Reprints.Marked marked = reprints.mark(alias, toStore);
            done.addAll(bulk(marked.writes()));
            reprints.mend(alias, marked);
        }
        return new Stored(done, began);
    }

    /**
     * Sends dead letters for what can never be stored, and counts all of it.
     *
     * @throws StoreUnavailable if the broker does not take a letter, or if so many are refused that it is hardly the
     *     articles' fault
     */
    void settle(Stored stored) {
        judge(stored.done());
        // Only now, so that waiting for the store does not send the same letter at every try.
        deadLetters.send(stored.done().stream()
                .map(Done::write)
                .filter(Write.SetAside.class::isInstance)
                .map(Write.SetAside.class::cast)
                .toList());
        stored.done().forEach(each -> finish(each, stored.began()));
    }

    private void finish(Done done, Instant began) {
        ConsumerRecord<byte[], byte[]> origin = done.write().origin();
        String article = origin.key() == null ? "" : new String(origin.key(), UTF_8);
        trace.finish("index", ArticleTrace.parent(origin.headers()), article, began, () -> {
            metrics.count(done.write(), done.outcome());
            trace.outcome(done.outcome().name().toLowerCase(Locale.ROOT));
        });
    }

    /** What a reader cannot make sense of is the record's own fault; what is refused may be the index's. */
    private void judge(List<Done> done) {
        for (Done each : done) {
            if (each.outcome() == Outcome.INDEXED) {
                refusals.taken();
            } else if (each.write() instanceof Write.SetAside aside
                    && (aside.cause() instanceof BulkFault || aside.reason().equals(Unindexable.NEWER_SCHEMA))) {
                refusals.refused(aside.reason(), String.valueOf(aside.cause().getMessage()));
            }
        }
    }

    private List<Done> bulk(List<Write> writes) {
        try {
            BulkResponse response = client.bulk(request(writes));
            return outcomes(writes, response);
        } catch (IOException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        } catch (ElasticsearchException e) {
            if (!BulkFault.isPermanent(e.status())) {
                throw new StoreUnavailable("Elasticsearch refuses the request: " + e.getMessage(), e);
            }
            if (writes.size() == 1) {
                return List.of(new Done(new Write.SetAside(writes.getFirst().origin(), "refused", e), Outcome.DEAD));
            }
            // One of them spoils the request for all.
            return writes.stream().flatMap(one -> bulk(List.of(one)).stream()).toList();
        }
    }

    private BulkRequest request(List<Write> writes) {
        // Without the alias Elasticsearch would make an index of that name, with mappings of its own invention.
        return BulkRequest.of(bulk -> bulk.index(alias)
                .requireAlias(true)
                .operations(writes.stream().map(BulkWriter::operation).toList()));
    }

    static BulkOperation operation(Write write) {
        return switch (write) {
            case Write.Put put -> index(put.id(), put.version(), put.json());
            case Write.Delete delete ->
                BulkOperation.of(operation -> operation.delete(deletion -> {
                    deletion.id(delete.id());
                    return delete.version() == null
                            ? deletion
                            : deletion.version(delete.version()).versionType(VersionType.ExternalGte);
                }));
            case Write.SetAside setAside -> throw new IllegalArgumentException(setAside.reason());
        };
    }

    static BulkOperation index(String id, long version, byte[] json) {
        return BulkOperation.of(operation -> operation.index(index -> index.id(id)
                .version(version)
                .versionType(VersionType.ExternalGte)
                .document(BinaryData.of(json, "application/json"))));
    }

    private List<Done> outcomes(List<Write> writes, BulkResponse response) {
        if (response.items().size() != writes.size()) {
            throw new StoreUnavailable("Elasticsearch answered for a part of the request only", null);
        }
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            done.add(outcome(writes.get(i), response.items().get(i)));
        }
        return done;
    }

    private Done outcome(Write write, BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null) {
            // A deletion of what is not there answers 404 without an error.
            return new Done(write, write instanceof Write.Delete ? Outcome.DELETED : Outcome.INDEXED);
        }
        if (BulkFault.isStale(item.status())) {
            return new Done(write, Outcome.STALE);
        }
        if (BulkFault.isPermanent(item.status())) {
            BulkFault fault = new BulkFault(error);
            return new Done(new Write.SetAside(write.origin(), fault.reason(), fault), Outcome.DEAD);
        }
        if (item.status() == 404) {
            setup.forget();
        }
        throw new StoreUnavailable("Elasticsearch can not store now: " + BulkFault.describe(error), null);
    }
}
