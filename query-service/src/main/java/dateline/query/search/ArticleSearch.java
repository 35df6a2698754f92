package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dateline.contract.EnrichedArticle;
import dateline.query.index.ArticleDocument;
import dateline.query.index.IndexSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds articles in Elasticsearch. */
@Service
public class ArticleSearch {
    /** What a list does not show and would have to be carried for nothing. */
    private static final List<String> LARGE = List.of(
            "body",
            "record",
            "stemmed",
            "facets",
            "entityAliases",
            "topicAliases",
            "topicIds",
            "tags",
            "spellings",
            "quotes",
            "quotedAbout",
            "points",
            "bands");

    private final ElasticsearchClient client;
    private final NameResolver names;
    private final String alias;
    private final SearchSettings settings;

    ArticleSearch(ElasticsearchClient client, IndexSettings index, SearchSettings settings) {
        this.client = client;
        this.alias = index.alias();
        this.names = new NameResolver(client, alias);
        this.settings = settings;
    }

    /**
     * Finds the articles that a query asks for.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public ArticlePage search(ArticleQuery asked) {
        return ElasticsearchAnswers.ask(() -> {
            Query query = translate(asked);
            SearchResponse<ArticleDocument> response = client.search(request(asked, query), ArticleDocument.class);
            return page(asked, response);
        });
    }

    /**
     * Counts the articles that a query asks for, by when they were published.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Timeline timeline(ArticleQuery asked) {
        return ElasticsearchAnswers.ask(() -> new TimelineQuery(client, alias).ask(translate(asked)));
    }

    /**
     * Hands over the ids of all articles that a query asks for, so many at a time and each once.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public void ids(ArticleQuery asked, int atOnce, Consumer<List<String>> sink) {
        ElasticsearchAnswers.ask(() -> {
            Query query = translate(asked);
            List<FieldValue> after = List.of();
            List<Hit<Void>> hits;
            do {
                List<FieldValue> from = after;
                hits = client.search(
                                search -> {
                                    search.index(alias)
                                            .query(query)
                                            .size(atOnce)
                                            .sort(sort -> sort.field(
                                                    field -> field.field("id").order(SortOrder.Asc)))
                                            .trackTotalHits(total -> total.enabled(false))
                                            .allowPartialSearchResults(false)
                                            .source(source -> source.fetch(false));
                                    return from.isEmpty() ? search : search.searchAfter(from);
                                },
                                Void.class)
                        .hits()
                        .hits();
                sink.accept(hits.stream().map(hit -> String.valueOf(hit.id())).toList());
                after = hits.isEmpty() ? after : hits.getLast().sort();
            } while (hits.size() == atOnce);
            return asked;
        });
    }

    /**
     * The article with this id.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Optional<ArticleDetail> find(String id) {
        return ElasticsearchAnswers.ask(() -> {
            GetResponse<Stored> response =
                    client.get(get -> get.index(alias).id(id).sourceIncludes("record"), Stored.class);
            return Optional.ofNullable(response.source()).map(stored -> ArticleDetail.of(stored.record()));
        });
    }

    /** The part of a document that holds the article whole. */
    record Stored(EnrichedArticle record) {}

    /**
     * What a query asks, in Elasticsearch's terms, for whoever counts what it finds.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Query query(ArticleQuery asked) {
        return ElasticsearchAnswers.ask(() -> translate(asked));
    }

    /**
     * The ids that names in a query stand for now.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public ResolvedNames resolve(ArticleQuery asked) {
        return ElasticsearchAnswers.ask(() -> names.resolve(asked));
    }

    private Query translate(ArticleQuery asked) throws IOException {
        return QueryTranslator.query(asked, names.resolve(asked));
    }

    private SearchRequest request(ArticleQuery asked, Query query) {
        return SearchRequest.of(search -> {
            // One more than is shown tells whether there is a next page.
            search.index(alias)
                    .query(query)
                    .size(asked.size() == 0 ? 0 : asked.size() + 1)
                    .sort(QueryTranslator.order(asked.sort()))
                    .trackTotalHits(hits -> hits.enabled(true))
                    .allowPartialSearchResults(false)
                    .timeout(settings.timeout().toMillis() + "ms")
                    .source(source -> source.filter(filter -> filter.excludes(LARGE)));
            if (asked.text() != null) {
                search.highlight(Highlights.of(QueryTranslator.text(asked.text(), ResolvedNames.NONE)));
            }
            if (asked.after() != null) {
                search.searchAfter(QueryTranslator.after(asked.after()));
            }
            for (Facet facet : asked.facets()) {
                search.aggregations(facet.label(), count(facet));
            }
            return search;
        });
    }

    private Aggregation count(Facet facet) {
        // Twice as many as are shown, since an id under two labels takes two places.
        int size = settings.facetSize() * 2;
        return Aggregation.of(aggregation ->
                aggregation.terms(terms -> terms.field(facet.field()).size(size)));
    }

    private ArticlePage page(ArticleQuery asked, SearchResponse<ArticleDocument> response) {
        List<Hit<ArticleDocument>> hits = response.hits().hits();
        long total = response.hits().total() == null
                ? hits.size()
                : response.hits().total().value();
        List<Hit<ArticleDocument>> shown = hits.subList(0, Math.min(asked.size(), hits.size()));
        boolean more = !shown.isEmpty() && hits.size() > shown.size();
        return new ArticlePage(
                total,
                shown.stream().flatMap(hit -> item(hit)).toList(),
                facets(asked, response),
                more
                        ? QueryTranslator.cursor(asked.sort(), shown.getLast().sort())
                                .encode()
                        : null);
    }

    private Map<String, List<FacetValue>> facets(ArticleQuery asked, SearchResponse<ArticleDocument> response) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            if (asked.facets().contains(facet)) {
                List<FacetValue> values = ElasticsearchAnswers.labelled(
                        ElasticsearchAnswers.buckets(response, facet.label()), settings.facetSize());
                facets.put(facet.label(), facet == Facet.LANGUAGE ? named(values) : values);
            }
        }
        return facets;
    }

    private static List<FacetValue> named(List<FacetValue> languages) {
        return languages.stream()
                .map(each -> new FacetValue(
                        each.value(),
                        Locale.forLanguageTag(each.value()).getDisplayLanguage(Locale.ENGLISH),
                        each.count()))
                .toList();
    }

    private static Stream<ArticleItem> item(Hit<ArticleDocument> hit) {
        ArticleDocument document = hit.source();
        if (document == null) {
            return Stream.empty();
        }
        return Stream.of(new ArticleItem(
                document.id(),
                document.url(),
                document.title(),
                Highlights.title(hit).matches(),
                document.subtitle(),
                document.outlet(),
                document.bylines(),
                document.published(),
                document.firstSeen(),
                document.revisedAt(),
                document.revision(),
                document.language(),
                document.section(),
                document.entities().stream().limit(ArticleItem.MAX_ENTITIES).toList(),
                document.topics(),
                Highlights.body(hit).orElseGet(() -> Snippet.plain(document.lead()))));
    }
}
