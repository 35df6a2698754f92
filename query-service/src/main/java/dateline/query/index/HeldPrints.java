package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.ObjectBuilder;
import dateline.contract.ArticleDate;
import dateline.contract.EnrichedArticle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The prints that an index holds: those of stored articles that a search sees. */
final class HeldPrints {
    /** Largest answer to a question for many articles; if there is more, it is asked for fewer at once. */
    private static final int MOST = 1_000;

    /** Largest answer to a question for one article; the nearest come first. */
    private static final int MOST_FOR_ONE = 50;

    /** Lucene takes 65,536 terms in one query. */
    private static final int ASKED_AT_ONCE = 500;

    private static final long EARLIEST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final List<String> FIELDS = List.of("id", "published", "firstSeen", "reprintOf", "record.signature");

    private final ElasticsearchClient client;

    HeldPrints(ElasticsearchClient client) {
        this.client = client;
    }

    /** The part of a document that a print is made of. */
    record Held(
            String id,
            ArticleDate published,
            Instant firstSeen,
            @Nullable String reprintOf,
            @Nullable EnrichedArticle record) {
        java.util.Optional<Print> print() {
            return Print.of(id, published, firstSeen, record);
        }
    }

    /** Articles that stand for themselves, share a key with one of these and were published at about the time of any. */
    List<Print> independentLike(String target, List<Print> prints) {
        List<Print> found = new ArrayList<>();
        for (int from = 0; from < prints.size(); from += ASKED_AT_ONCE) {
            found.addAll(some(target, prints.subList(from, Math.min(prints.size(), from + ASKED_AT_ONCE))));
        }
        return found;
    }

    private List<Print> some(String target, List<Print> prints) {
        if (prints.size() == 1) {
            return like(
                    target, prints.getFirst(), MOST_FOR_ONE, List.of(independent(), publishedAboutTheTimeOf(prints)));
        }
        SearchResponse<Held> response = search(search -> search.index(target)
                .size(MOST)
                .trackTotalHits(total -> total.count(MOST + 1))
                // First of all, since segments of another time need not look for the keys.
                .query(query -> query.bool(bool -> bool.filter(publishedAboutTheTimeOf(prints))
                        .filter(independent())
                        .filter(terms(
                                "bands",
                                prints.stream()
                                        .flatMap(print -> print.bands().stream())
                                        .distinct()
                                        .toList()))))
                .sort(sort -> sort.doc(doc -> doc.order(SortOrder.Asc)))
                .source(source -> source.filter(filter -> filter.includes(FIELDS))));
        boolean more =
                response.hits().total() != null && response.hits().total().value() > MOST;
        if (!more) {
            return prints(response);
        }
        int half = prints.size() / 2;
        List<Print> found = new ArrayList<>(some(target, prints.subList(0, half)));
        found.addAll(some(target, prints.subList(half, prints.size())));
        return found;
    }

    /** Articles that share a key with this one, those that share most keys first. */
    List<Print> like(String target, Print print, int most) {
        return like(target, print, most, List.of());
    }

    private List<Print> like(String target, Print print, int most, List<Query> filters) {
        List<Query> keys = print.bands().stream()
                .map(band -> Query.of(query -> query.constantScore(score ->
                        score.filter(one -> one.term(term -> term.field("bands").value(band))))))
                .toList();
        return prints(search(search -> search.index(target)
                .size(most)
                .trackTotalHits(total -> total.enabled(false))
                .query(query -> query.bool(
                        bool -> bool.should(keys).minimumShouldMatch("1").filter(filters)))
                .source(source -> source.filter(filter -> filter.includes(FIELDS)))));
    }

    /** The articles that count as reprints of each of these. */
    Map<String, List<Print>> followers(String target, Collection<String> ids) {
        Map<String, List<Print>> followers = new HashMap<>();
        List<FieldValue> after = List.of();
        List<Hit<Held>> hits;
        do {
            List<FieldValue> from = after;
            hits = search(search -> {
                        search.index(target)
                                .size(MOST)
                                .trackTotalHits(total -> total.enabled(false))
                                .query(terms("reprintOf", ids))
                                .sort(sort ->
                                        sort.field(field -> field.field("id").order(SortOrder.Asc)))
                                .source(source -> source.filter(filter -> filter.includes(FIELDS)));
                        return from.isEmpty() ? search : search.searchAfter(from);
                    })
                    .hits()
                    .hits();
            for (Hit<Held> hit : hits) {
                Held held = hit.source();
                if (held != null && held.reprintOf() != null) {
                    held.print()
                            .ifPresent(print -> followers
                                    .computeIfAbsent(String.valueOf(held.reprintOf()), any -> new ArrayList<>())
                                    .add(print));
                }
            }
            after = hits.isEmpty() ? after : hits.getLast().sort();
        } while (hits.size() == MOST);
        return followers;
    }

    private static Query publishedAboutTheTimeOf(List<Print> prints) {
        LongSummaryStatistics times = prints.stream()
                .mapToLong(print -> print.published().getEpochSecond())
                .summaryStatistics();
        return Query.of(query -> query.range(range -> range.date(date -> date.field("published.at")
                .gte(time(times.getMin() - Print.WITHIN.toSeconds()))
                // A part of a second, too.
                .lte(time(times.getMax() + 1 + Print.WITHIN.toSeconds())))));
    }

    /** A year that Elasticsearch can not read must not stop the pipeline. */
    private static String time(long epochSecond) {
        return Instant.ofEpochSecond(Math.clamp(epochSecond, EARLIEST, LATEST)).toString();
    }

    private static Query independent() {
        return Query.of(query -> query.term(term -> term.field("independent").value(true)));
    }

    private static Query terms(String field, Collection<String> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(given -> given.value(values.stream().map(FieldValue::of).toList()))));
    }

    private static List<Print> prints(SearchResponse<Held> response) {
        return response.hits().hits().stream()
                .map(Hit::source)
                .filter(java.util.Objects::nonNull)
                .flatMap(held -> held.print().stream())
                .toList();
    }

    private SearchResponse<Held> search(Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> request) {
        try {
            return client.search(search -> request.apply(search.allowPartialSearchResults(false)), Held.class);
        } catch (IOException e) {
            throw new StoreUnavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        } catch (ElasticsearchException e) {
            throw new StoreUnavailable("Elasticsearch does not look for reprints: " + e.getMessage(), e);
        }
    }
}
