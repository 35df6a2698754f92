package dateline.query.export;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dateline.query.search.ElasticsearchAnswers;
import dateline.query.search.SearchUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the articles of one moment, page by page: what is written to the index meanwhile changes nothing. For one thread
 * at a time.
 */
final class ArticlePages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArticlePages.class);

    private final ElasticsearchClient client;
    private final Query query;
    private final ExportRequest request;
    private final String patience;
    private String moment;
    private List<FieldValue> after = List.of();
    private long total = -1;

    private ArticlePages(
            ElasticsearchClient client, Query query, ExportRequest request, String patience, String moment) {
        this.client = client;
        this.query = query;
        this.request = request;
        this.patience = patience;
        this.moment = moment;
    }

    /**
     * Takes hold of the moment.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    static ArticlePages open(
            ElasticsearchClient client, String alias, Query query, ExportRequest request, ExportSettings settings) {
        String patience = settings.patience().toMillis() + "ms";
        String moment = ElasticsearchAnswers.ask(() -> client.openPointInTime(
                        open -> open.index(alias).keepAlive(time -> time.time(patience)))
                .id());
        return new ArticlePages(client, query, request, patience, moment);
    }

    /**
     * The next articles; fewer than asked for are the last.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    List<ObjectNode> next(int size) {
        return ElasticsearchAnswers.ask(() -> {
            SearchResponse<ObjectNode> response = client.search(
                    search -> {
                        search.pit(pit -> pit.id(moment).keepAlive(time -> time.time(patience)))
                                .query(query)
                                .size(size)
                                .sort(order(request.order()))
                                .trackTotalHits(hits -> hits.enabled(total < 0))
                                .allowPartialSearchResults(false)
                                .source(source -> source.filter(filter -> filter.includes(labels(request.fields()))));
                        return after.isEmpty() ? search : search.searchAfter(after);
                    },
                    ObjectNode.class);
            if (total < 0 && response.hits().total() != null) {
                total = response.hits().total().value();
            }
            if (response.pitId() != null) {
                moment = response.pitId();
            }
            List<Hit<ObjectNode>> hits = response.hits().hits();
            if (!hits.isEmpty()) {
                after = hits.getLast().sort();
            }
            return hits.stream().map(ArticlePages::source).toList();
        });
    }

    /** How many articles there are in all; known once the first page is. */
    long total() {
        return total;
    }

    private static ObjectNode source(Hit<ObjectNode> hit) {
        ObjectNode source = hit.source();
        return source == null ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode() : source;
    }

    private static List<String> labels(Set<ExportField> fields) {
        return fields.stream().map(ExportField::label).toList();
    }

    private static List<SortOptions> order(ExportRequest.Order order) {
        return switch (order) {
            case NEWEST -> List.of(by("published.at", SortOrder.Desc));
            case OLDEST -> List.of(by("published.at", SortOrder.Asc));
            case ANY -> List.of(by("_shard_doc", SortOrder.Asc));
        };
    }

    /** Elasticsearch breaks ties by the place in the index by itself. */
    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(option -> option.field(sort -> sort.field(field).order(order)));
    }

    @Override
    public void close() {
        try {
            client.closePointInTime(close -> close.id(moment));
        } catch (IOException | RuntimeException e) {
            // It ends by itself when nobody has read from it for long.
            LOG.debug("The moment an export was of could not be let go", e);
        }
    }
}
