package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.RecordPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes stored articles anew with another first of their group, from the record that each document holds. The version
 * stays, so whatever was stored meanwhile wins.
 */
final class Rewriter {
    private static final int AT_ONCE = 100;

    private final ElasticsearchClient client;
    private final ContractJson json = new ContractJson();

    Rewriter(ElasticsearchClient client) {
        this.client = client;
    }

    /** The part of a document that it is made of. */
    record Stored(
            @Nullable EnrichedArticle record, @Nullable String source) {}

    /**
     * Rewrites them.
     *
     * @param firsts by article, the first of its group, null if that is itself; one that is not there is passed over
     * @throws StoreUnavailable if one can not be written now
     */
    void rewrite(String target, Map<String, @Nullable String> firsts) {
        List<String> ids = List.copyOf(firsts.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            some(target, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), firsts);
        }
    }

    private void some(String target, List<String> ids, Map<String, @Nullable String> firsts) {
        try {
            MgetResponse<Stored> found =
                    client.mget(get -> get.index(target).ids(ids).sourceIncludes("record", "source"), Stored.class);
            List<BulkOperation> operations = new ArrayList<>();
            for (var item : found.docs()) {
                if (!item.isResult()) {
                    throw new StoreUnavailable("Elasticsearch does not say what it holds", null);
                }
                Stored stored = item.result().source();
                if (stored != null && stored.record() != null) {
                    operations.add(operation(
                            stored.record(),
                            stored.source(),
                            firsts.get(item.result().id())));
                }
            }
            if (operations.isEmpty()) {
                return;
            }
            BulkResponse response =
                    client.bulk(bulk -> bulk.index(target).requireAlias(true).operations(operations));
            for (BulkResponseItem item : response.items()) {
                if (item.error() != null && !BulkFault.isStale(item.status())) {
                    throw new StoreUnavailable(
                            "Elasticsearch can not store now: " + BulkFault.describe(item.error()), null);
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        } catch (ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch refuses to regroup: " + e.getMessage(), e);
        }
    }

    private BulkOperation operation(EnrichedArticle enriched, @Nullable String source, @Nullable String first) {
        ArticleDocument document = ArticleDocuments.of(enriched, source == null ? null : RecordPlace.parse(source));
        return BulkWriter.index(
                document.id(),
                ArticleVersion.of(enriched.raw().revision(), enriched.enrichedAt()),
                json.write(first == null ? document : document.reprintOf(first)));
    }
}
