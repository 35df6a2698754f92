package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import dateline.query.index.IndexSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks Elasticsearch about the articles that a query finds, for whoever wants to know something else of them than their
 * list. An answer is whole: where Elasticsearch gives up early or leaves out a shard, it is none.
 */
@Service
public class FoundArticles {
    private final ElasticsearchClient client;
    private final ArticleSearch search;
    private final String alias;
    private final String timeout;
    private final int mostCost;

    FoundArticles(ElasticsearchClient client, ArticleSearch search, IndexSettings index, SearchSettings settings) {
        this.client = client;
        this.search = search;
        this.alias = index.alias();
        this.timeout = settings.timeout().toMillis() + "ms";
        this.mostCost = settings.mostCost();
    }

    /**
     * Something to count.
     *
     * @param query among which articles
     * @param by what to count, by the name it has in the answer
     */
    public record Count(Query query, Map<String, Aggregation> by) {
        public Count {
            by = Map.copyOf(by);
        }
    }

    /**
     * What a query asks, in Elasticsearch's terms.
     *
     * @throws InvalidParameter if it is too dear
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Query query(ArticleQuery asked) {
        QueryCost.check(asked, mostCost);
        return search.query(asked);
    }

    /**
     * The same, if need be without reprints. What the query itself says of them goes first.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Query query(ArticleQuery asked, boolean reprints) {
        Query query = query(asked);
        return reprints || asked.filters().traits().containsKey(Trait.INDEPENDENT) ? query : all(query, independent());
    }

    /** Articles that all of these find. */
    public static Query all(Query... queries) {
        return Query.of(query -> query.bool(bool -> bool.filter(List.of(queries))));
    }

    /** Articles that have this value in a field. */
    public static Query having(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    /** Articles that have one of these values in a field. */
    public static Query havingAny(String field, Collection<String> values) {
        return QueryTranslator.oneOf(field, values);
    }

    /** Articles that stand for themselves: no reprints. */
    public static Query independent() {
        return Query.of(query -> query.term(term -> term.field("independent").value(true)));
    }

    /** Articles published in a time, its end not included; an end that is not given is open. */
    public static Query published(@Nullable Instant from, @Nullable Instant until) {
        return QueryTranslator.in(QueryTranslator.PUBLISHED, new Period(from, until));
    }

    /**
     * Counts.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Tally count(Query query, Map<String, Aggregation> by) {
        return count(List.of(new Count(query, by))).getFirst();
    }

    /**
     * Counts several things at once.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public List<Tally> count(List<Count> counts) {
        return ElasticsearchAnswers.ask(() -> {
            List<RequestItem> items = counts.stream()
                    .map(count -> RequestItem.of(item -> item.header(header -> header.allowPartialSearchResults(false))
                            .body(body -> body.query(count.query())
                                    .size(0)
                                    .timeout(timeout)
                                    .trackTotalHits(hits -> hits.enabled(true))
                                    .aggregations(count.by()))))
                    .toList();
            List<Tally> tallies = new ArrayList<>();
            for (MultiSearchResponseItem<Void> response : client.msearch(
                            request -> request.index(alias).searches(items), Void.class)
                    .responses()) {
                if (response.isFailure()) {
                    throw new co.elastic.clients.elasticsearch._types.ElasticsearchException(
                            "msearch", response.failure());
                }
                MultiSearchItem<Void> result = response.result();
                tallies.add(new Tally(total(result), result.aggregations()));
            }
            return tallies;
        });
    }

    /**
     * Finds documents.
     *
     * @param how what is wanted of them
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public <T> SearchResponse<T> find(Query query, Class<T> type, Consumer<SearchRequest.Builder> how) {
        return ElasticsearchAnswers.ask(() -> {
            SearchResponse<T> response = client.search(
                    request -> {
                        request.index(alias)
                                .query(query)
                                .timeout(timeout)
                                .trackTotalHits(hits -> hits.enabled(true))
                                .allowPartialSearchResults(false);
                        how.accept(request);
                        return request;
                    },
                    type);
            total(response);
            return response;
        });
    }

    private static long total(ResponseBody<?> response) {
        if (response.timedOut()) {
            throw new TooSlow();
        }
        return response.hits().total() == null ? 0 : response.hits().total().value();
    }
}
