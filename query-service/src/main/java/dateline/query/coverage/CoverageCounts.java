package dateline.query.coverage;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dateline.query.coverage.Coverage.Language;
import dateline.query.coverage.Coverage.OutletActivity;
import dateline.query.coverage.Coverage.Outlets;
import dateline.query.coverage.Coverage.TopicActivity;
import dateline.query.coverage.Coverage.Topics;
import dateline.query.search.FoundArticles;
import dateline.query.search.SearchUnavailable;
import dateline.query.search.Tally;
import dateline.query.search.Tally.Counted;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Counts articles by outlet and by topic. */
@Service
public class CoverageCounts {
    private static final String VALUES = "values";
    private static final String TOTAL = "total";
    private static final String LABEL = "label";
    private static final int LANGUAGES = 5;

    private final FoundArticles articles;

    CoverageCounts(FoundArticles articles) {
        this.articles = articles;
    }

    /**
     * Outlets.
     *
     * @param found which articles count
     * @param size how many outlets, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Outlets outlets(Query found, int size) {
        Map<String, Aggregation> each = new HashMap<>(Tally.independentOnly());
        each.put("published", Aggregation.of(last -> last.max(max -> max.field("published.at"))));
        each.put("seen", Aggregation.of(last -> last.max(max -> max.field("firstSeen"))));
        each.put("changes", Aggregation.of(sum -> sum.sum(changes -> changes.field("changes"))));
        each.put("revised", Aggregation.of(revised -> revised.filter(atLeast("revision", 2))));
        each.put("quoting", Aggregation.of(quoting -> quoting.filter(atLeast("quoteCount", 1))));
        each.put(
                "languages",
                Aggregation.of(by -> by.terms(terms -> terms.field("language").size(LANGUAGES))));
        // An outlet that was renamed is shown under the name that most articles have.
        each.put(
                LABEL,
                Aggregation.of(
                        by -> by.terms(terms -> terms.field("facets.outlet").size(1))));
        Tally tally = count(found, "outlet.id", "outlet.id", size, each);
        return new Outlets(
                tally.different(TOTAL),
                tally.buckets(VALUES).stream().map(CoverageCounts::outlet).toList());
    }

    private static OutletActivity outlet(StringTermsBucket bucket) {
        String id = bucket.key().stringValue();
        Tally tally = Tally.of(bucket);
        return new OutletActivity(
                id,
                tally.counted(LABEL).stream().findFirst().map(Counted::label).orElse(id),
                tally.total(),
                (double) (tally.total() - tally.independent()) / tally.total(),
                tally.count("revised"),
                tally.sum("changes"),
                tally.count("quoting"),
                tally.latest("published").orElse(null),
                tally.latest("seen").orElse(null),
                tally.buckets("languages").stream()
                        .map(language -> new Language(language.key().stringValue(), language.docCount()))
                        .toList());
    }

    /**
     * Topics.
     *
     * @param found which articles count
     * @param size how many topics, at most
     * @throws SearchUnavailable if Elasticsearch can not answer
     */
    public Topics topics(Query found, int size) {
        Map<String, Aggregation> each = new HashMap<>(Tally.independentOnly());
        each.put("published", Aggregation.of(last -> last.max(max -> max.field("published.at"))));
        Tally tally = count(found, "facets.topic", "topicIds", size, each);
        Map<String, TopicActivity> byId = new LinkedHashMap<>();
        for (StringTermsBucket bucket : tally.buckets(VALUES)) {
            TopicActivity topic = topic(bucket);
            // The same under another name, or without one: an article of a narrower topic does not always name the
            // wider.
            byId.merge(topic.id(), topic, TopicActivity::plus);
        }
        return new Topics(
                tally.different(TOTAL),
                byId.values().stream()
                        .sorted(Comparator.comparingLong(TopicActivity::articles)
                                .reversed())
                        .toList());
    }

    private static TopicActivity topic(StringTermsBucket bucket) {
        Tally tally = Tally.of(bucket);
        Counted counted = Counted.of(bucket.key().stringValue(), tally);
        return new TopicActivity(
                counted.id(),
                counted.label(),
                counted.articles(),
                counted.independent(),
                tally.latest("published").orElse(null));
    }

    private Tally count(Query found, String pairs, String ids, int size, Map<String, Aggregation> each) {
        return articles.count(
                found,
                Map.of(
                        VALUES,
                        Aggregation.of(by ->
                                by.terms(terms -> terms.field(pairs).size(size)).aggregations(each)),
                        TOTAL,
                        Aggregation.of(number -> number.cardinality(
                                different -> different.field(ids).precisionThreshold(10_000)))));
    }

    private static Query atLeast(String field, double number) {
        return Query.of(query ->
                query.range(range -> range.number(value -> value.field(field).gte(number))));
    }
}
