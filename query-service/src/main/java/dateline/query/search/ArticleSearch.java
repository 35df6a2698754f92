package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
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
import dateline.query.index.NearDuplicates;
import dateline.query.names.NameDirectory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds articles in Elasticsearch. */
@Service
public class ArticleSearch {
    /** What a list does not show and would have to be carried for nothing. */
    static final List<String> LARGE = List.of(
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

    /** How many near-duplicates of one article are looked at. */
    private static final int MOST_NEAR = 500;

    private final ElasticsearchClient client;
    private final NearDuplicates nearDuplicates;
    private final DidYouMean didYouMean;
    private final NameResolver names;
    private final String alias;
    private final SearchSettings settings;
    private final Views views;
    private final IndexSize size;
    private final FacetCounts facets;

    ArticleSearch(
            ElasticsearchClient client,
            NearDuplicates nearDuplicates,
            NameDirectory directory,
            IndexSettings index,
            SearchSettings settings) {
        this.client = client;
        this.nearDuplicates = nearDuplicates;
        this.didYouMean = new DidYouMean(client, index.alias(), directory);
        this.alias = index.alias();
        this.names = new NameResolver(client, alias);
        this.settings = settings;
        this.views = new Views(client, alias, settings);
        this.size = new IndexSize(client, alias);
        this.facets = new FacetCounts(directory, client._jsonpMapper(), settings);
    }

    /**
     * Finds the articles that a query asks for.
     *
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public ArticlePage search(ArticleQuery asked) {
        QueryCost.check(asked, settings.mostCost());
        return ElasticsearchAnswers.ask(() -> {
            Query query = translate(asked);
            String view = view(asked);
            ArticlePage page = page(asked, query, view);
            return page.total() > 0 || asked.text() == null ? page : page.orRather(rather(asked, asked.text()));
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
        Query query = QueryTranslator.query(asked, names.resolve(asked));
        String article = asked.filters().nearDuplicateOf();
        if (article == null) {
            return query;
        }
        List<String> near = nearDuplicates
                .of(article, MOST_NEAR)
                .orElseThrow(() -> new InvalidParameter("nearDuplicateOf", "there is no such article"))
                .stream()
                .map(NearDuplicates.Near::id)
                .toList();
        return Query.of(both ->
                both.bool(bool -> bool.must(query).filter(filter -> filter.ids(ids -> ids.values(near)))));
    }

    /** Another text that finds something. */
    private @Nullable String rather(ArticleQuery asked, TextQuery text) throws IOException {
        Optional<TextQuery> corrected = didYouMean.correct(text);
        if (corrected.isEmpty()) {
            return null;
        }
        ArticleQuery other = new ArticleQuery(corrected.get(), asked.filters(), asked.sort(), 0, null, Set.of());
        Query query = translate(other);
        boolean nothing = client.search(
                        search -> search.index(alias)
                                .size(1)
                                .query(query)
                                .terminateAfter(1L)
                                .source(source -> source.fetch(false)),
                        Void.class)
                .hits()
                .hits()
                .isEmpty();
        return nothing ? null : TextQueryWriter.write(corrected.get());
    }

    /** From the second page on, the index as it was then. */
    private @Nullable String view(ArticleQuery asked) throws IOException {
        if (asked.after() == null) {
            return null;
        }
        return asked.after().view() == null ? views.open() : asked.after().view();
    }

    private ArticlePage page(ArticleQuery asked, Query query, @Nullable String view) throws IOException {
        Set<Facet> wanted = asked.facets();
        if (wanted.isEmpty() || facets.share(size.articles()) == 1) {
            SearchResponse<ArticleDocument> found = ask(request(asked, query, view, facets.asking(wanted, 1)), view);
            return page(asked, view, found, facets.read(wanted, 1, total(found), found.aggregations()));
        }
        // Only what is found says how much of it is to be counted.
        SearchResponse<ArticleDocument> found = ask(request(asked, query, view, Map.of()), view);
        double share = facets.share(total(found));
        SearchResponse<Void> counts = ElasticsearchAnswers.whole(client.search(
                search -> {
                    in(view, search);
                    return search.size(0)
                            .query(FoundArticles.all(query))
                            .trackTotalHits(hits -> hits.enabled(false))
                            .aggregations(facets.asking(wanted, share));
                },
                Void.class));
        return page(asked, view, found, facets.read(wanted, share, total(found), counts.aggregations()));
    }

    private SearchResponse<ArticleDocument> ask(SearchRequest request, @Nullable String view) throws IOException {
        try {
            return ElasticsearchAnswers.whole(client.search(request, ArticleDocument.class));
        } catch (ElasticsearchException e) {
            // The only part of the request that Elasticsearch reads as it came.
            if (view != null && e.status() == 400) {
                throw new InvalidParameter("next", "must be the next of an earlier answer to the same query");
            }
            throw e;
        }
    }

    private SearchRequest request(
            ArticleQuery asked, Query query, @Nullable String view, Map<String, Aggregation> counts) {
        return SearchRequest.of(search -> {
            in(view, search);
            // One more than is shown tells whether there is a next page.
            search.query(query)
                    .size(asked.size() == 0 ? 0 : asked.size() + 1)
                    .sort(QueryTranslator.order(asked.sort()))
                    .trackTotalHits(hits -> hits.enabled(true))
                    .source(source -> source.filter(filter -> filter.excludes(LARGE)));
            if (asked.text() != null) {
                search.highlight(Highlights.of(QueryTranslator.text(asked.text(), ResolvedNames.NONE)));
            }
            if (asked.after() != null) {
                search.searchAfter(QueryTranslator.after(asked.after()));
            }
            search.aggregations(counts);
            return search;
        });
    }

    private ArticlePage page(
            ArticleQuery asked,
            @Nullable String view,
            SearchResponse<ArticleDocument> response,
            FacetCounts.Answer counted) {
        List<Hit<ArticleDocument>> hits = response.hits().hits();
        List<Hit<ArticleDocument>> shown = hits.subList(0, Math.min(asked.size(), hits.size()));
        boolean more = !shown.isEmpty() && hits.size() > shown.size();
        @Nullable String latest = response.pitId() == null ? view : response.pitId();
        if (latest != null && !more) {
            views.close(latest);
        }
        return new ArticlePage(
                total(response),
                shown.stream().flatMap(ArticleSearch::item).toList(),
                byLabel(counted.values()),
                byLabel(counted.bounds()),
                more
                        ? QueryTranslator.cursor(asked, shown.getLast().sort(), latest)
                                .encode()
                        : null,
                null);
    }

    private static long total(SearchResponse<?> response) {
        return response.hits().total() == null
                ? response.hits().hits().size()
                : response.hits().total().value();
    }

    private void in(@Nullable String view, SearchRequest.Builder search) {
        if (view == null) {
            search.index(alias);
        } else {
            search.pit(pit -> pit.id(view).keepAlive(views.kept()));
        }
        search.allowPartialSearchResults(false).timeout(settings.timeout().toMillis() + "ms");
    }

    private static <T> Map<String, T> byLabel(Map<Facet, T> facets) {
        Map<String, T> labelled = new LinkedHashMap<>();
        facets.forEach((facet, each) -> labelled.put(facet.label(), each));
        return labelled;
    }

    static Stream<ArticleItem> item(Hit<ArticleDocument> hit) {
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
                document.reprintOf(),
                Highlights.body(hit).orElseGet(() -> Snippet.plain(document.lead()))));
    }
}
