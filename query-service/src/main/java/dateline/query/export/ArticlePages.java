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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the articles of one moment, page by page: what is written to the index meanwhile changes nothing. Several pages may
 * be read at a time, since where a page ends is found out before its articles are there. For one caller at a time.
 */
final class ArticlePages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArticlePages.class);
    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("export").start(task);

    private final ElasticsearchClient client;
    private final Query query;
    private final ExportRequest request;
    private final String patience;
    private volatile String moment;
    private CompletableFuture<Place> begin = CompletableFuture.completedFuture(new Place(List.of(), false));
    private CompletableFuture<Page> last = CompletableFuture.completedFuture(new Page(List.of(), Place.NONE));
    private int lastSize;
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
     * Where a page begins.
     *
     * @param after the sort values of the article before it; none before the first
     * @param end whether nothing comes any more
     */
    private record Place(List<FieldValue> after, boolean end) {
        private static final Place NONE = new Place(List.of(), true);
    }

    /** Articles, and where those behind them begin. */
    private record Page(List<ObjectNode> articles, Place next) {}

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
     * The first articles, and how many there are in all.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    List<ObjectNode> first(int size) {
        SearchResponse<ObjectNode> response = ask(begin.join(), size, true, true);
        if (response.hits().total() != null) {
            total = response.hits().total().value();
        }
        Page page = page(response, size);
        last = CompletableFuture.completedFuture(page);
        return page.articles();
    }

    /**
     * Begins to read the articles behind the last page that was asked for, which need not be there yet. None means that there
     * are no more; it fails with {@link SearchUnavailable} if Elasticsearch can not answer.
     */
    CompletableFuture<List<ObjectNode>> next(int size) {
        begin = last.isDone() ? last.thenApply(Page::next) : endOf(begin, lastSize);
        last = begin.thenApplyAsync(
                place -> place.end() ? new Page(List.of(), Place.NONE) : page(ask(place, size, true, false), size),
                ASIDE);
        lastSize = size;
        return last.thenApply(Page::articles);
    }

    /** Where the page that begins here ends, which Elasticsearch tells sooner than what is on it. */
    private CompletableFuture<Place> endOf(CompletableFuture<Place> from, int size) {
        return from.thenApplyAsync(
                place -> place.end()
                        ? place
                        : page(ask(place, size, false, false), size).next(),
                ASIDE);
    }

    private static Page page(SearchResponse<ObjectNode> response, int size) {
        List<Hit<ObjectNode>> hits = response.hits().hits();
        Place next = hits.size() < size ? Place.NONE : new Place(hits.getLast().sort(), false);
        return new Page(hits.stream().map(ArticlePages::source).toList(), next);
    }

    private SearchResponse<ObjectNode> ask(Place place, int size, boolean withArticles, boolean counted) {
        SearchResponse<ObjectNode> response = ElasticsearchAnswers.ask(() -> client.search(
                search -> {
                    search.pit(pit -> pit.id(moment).keepAlive(time -> time.time(patience)))
                            .query(query)
                            .size(size)
                            .sort(order(request.order()))
                            .trackTotalHits(hits -> hits.enabled(counted))
                            .allowPartialSearchResults(false)
                            .source(source -> withArticles
                                    ? source.filter(filter -> filter.includes(labels(request.fields())))
                                    : source.fetch(false));
                    if (!withArticles) {
                        // Not even the ids, for which it would unpack what is stored of each article.
                        search.storedFields("_none_");
                    }
                    return place.after().isEmpty() ? search : search.searchAfter(place.after());
                },
                ObjectNode.class));
        if (response.pitId() != null) {
            moment = response.pitId();
        }
        return response;
    }

    /** How many articles there are in all; known with the first. */
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
