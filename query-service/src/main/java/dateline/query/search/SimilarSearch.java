package dateline.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import dateline.contract.ArticleEntity;
import dateline.query.index.ArticleDocument;
import dateline.query.index.IndexSettings;
import dateline.query.index.NearDuplicates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds articles like one: first those that are nearly the same, then those about the same. */
@Service
public class SimilarSearch {
    /** Entities of the article that others are the better for naming. */
    private static final int ENTITIES = 5;

    private static final int MOST_WORDS = 25;

    private final ElasticsearchClient client;
    private final NearDuplicates nearDuplicates;
    private final String alias;
    private final SearchSettings settings;

    SimilarSearch(
            ElasticsearchClient client, NearDuplicates nearDuplicates, IndexSettings index, SearchSettings settings) {
        this.client = client;
        this.nearDuplicates = nearDuplicates;
        this.alias = index.alias();
        this.settings = settings;
    }

    /** The part of a document that others are compared with; all of it can not be read from a part. */
    record Named(String id, List<ArticleEntity> entities) {
        Named {
            entities = entities == null ? List.of() : entities;
        }
    }

    /**
     * Those like an article.
     *
     * @param size how many of either kind, at most
     * @return empty if there is no such article
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Optional<SimilarArticles> like(String id, int size) {
        return ElasticsearchAnswers.ask(() -> {
            Optional<Named> article = Optional.ofNullable(client.get(
                            get -> get.index(alias).id(id).sourceIncludes("id", "entities"), Named.class)
                    .source());
            Optional<List<NearDuplicates.Near>> near = nearDuplicates.of(id, size);
            if (article.isEmpty() || near.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new SimilarArticles(shown(near.get()), related(article.get(), near.get(), size)));
        });
    }

    private List<SimilarArticles.NearDuplicate> shown(List<NearDuplicates.Near> near) throws java.io.IOException {
        if (near.isEmpty()) {
            return List.of();
        }
        List<String> ids = near.stream().map(NearDuplicates.Near::id).toList();
        Map<String, ArticleItem> items = new HashMap<>();
        search(Query.of(query -> query.ids(named -> named.values(ids))), ids.size())
                .forEach(item -> items.put(item.id(), item));
        List<SimilarArticles.NearDuplicate> shown = new ArrayList<>();
        for (NearDuplicates.Near each : near) {
            ArticleItem item = items.get(each.id());
            if (item != null) {
                shown.add(new SimilarArticles.NearDuplicate(Math.round(each.similarity() * 100) / 100.0, item));
            }
        }
        return shown;
    }

    private List<ArticleItem> related(Named article, List<NearDuplicates.Near> near, int size)
            throws java.io.IOException {
        List<String> left =
                new ArrayList<>(near.stream().map(NearDuplicates.Near::id).toList());
        left.add(article.id());
        BoolQuery.Builder related = new BoolQuery.Builder()
                .should(should -> should.moreLikeThis(like -> like.fields("title", "body")
                        .like(one ->
                                one.document(document -> document.index(alias).id(article.id())))
                        .minTermFreq(1)
                        .minDocFreq(2)
                        .minWordLength(3)
                        .maxQueryTerms(MOST_WORDS)
                        .minimumShouldMatch("30%")))
                .minimumShouldMatch("1")
                .mustNot(not -> not.ids(ids -> ids.values(left)))
                // Reprints of what is shown would say nothing new.
                .filter(filter -> filter.term(term -> term.field("independent").value(true)));
        article.entities().stream()
                .limit(ENTITIES)
                .map(ArticleEntity::id)
                .forEach(id -> related.should(
                        should -> should.term(term -> term.field("entities.id").value(FieldValue.of(id)))));
        return search(related.build()._toQuery(), size);
    }

    private List<ArticleItem> search(Query query, int size) throws java.io.IOException {
        SearchResponse<ArticleDocument> response = client.search(
                search -> search.index(alias)
                        .query(query)
                        .size(size)
                        .trackTotalHits(total -> total.enabled(false))
                        .allowPartialSearchResults(false)
                        .timeout(settings.timeout().toMillis() + "ms")
                        .source(source -> source.filter(filter -> filter.excludes(ArticleSearch.LARGE))),
                ArticleDocument.class);
        return ElasticsearchAnswers.whole(response).hits().hits().stream()
                .flatMap(ArticleSearch::item)
                .toList();
    }
}
