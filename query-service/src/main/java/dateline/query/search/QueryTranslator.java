package dateline.query.search;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in Elasticsearch's terms what a query asks. Pure: makes requests, sends none. */
final class QueryTranslator {
    static final String PUBLISHED = "published.at";
    private static final List<String> FIELDS =
            List.of("title^3", "subtitle^2", "body", "stemmed.*.title^3", "stemmed.*.body");

    private QueryTranslator() {}

    /**
     * The query as a whole.
     *
     * @param entities for each entity asked for, the ids it may be
     * @param topics for each topic asked for, the ids it may be
     */
    static Query query(
            ArticleQuery asked,
            List<? extends Collection<String>> entities,
            List<? extends Collection<String>> topics) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        if (asked.text() != null) {
            all.must(text(asked.text()));
        }
        entities.forEach(ids -> all.filter(oneOf("entities.id", ids)));
        topics.forEach(ids -> all.filter(oneOf("topicIds", ids)));
        if (!asked.outlets().isEmpty()) {
            all.filter(oneOf("outlet.id", asked.outlets()));
        }
        if (!asked.languages().isEmpty()) {
            all.filter(oneOf("language", asked.languages()));
        }
        if (asked.from() != null || asked.until() != null) {
            all.filter(published(asked.from(), asked.until()));
        }
        return all.build()._toQuery();
    }

    /** What is looked for in the words. */
    static Query text(TextQuery text) {
        return switch (text) {
            case TextQuery.Word word -> match(word.text(), TextQueryType.BestFields);
            case TextQuery.Phrase phrase -> match(phrase.text(), TextQueryType.Phrase);
            case TextQuery.All all -> all(all.parts());
            case TextQuery.Any any ->
                Query.of(query -> query.bool(bool -> bool.should(
                                any.parts().stream().map(QueryTranslator::text).toList())
                        .minimumShouldMatch("1")));
            case TextQuery.Not not -> Query.of(query -> query.bool(bool -> bool.mustNot(text(not.part()))));
        };
    }

    private static Query all(List<TextQuery> parts) {
        BoolQuery.Builder bool = new BoolQuery.Builder();
        for (TextQuery part : parts) {
            if (part instanceof TextQuery.Not(TextQuery excluded)) {
                bool.mustNot(text(excluded));
            } else {
                bool.must(text(part));
            }
        }
        return bool.build()._toQuery();
    }

    /** A word is read by every language's analyzer; the field that likes it best counts. */
    private static Query match(String words, TextQueryType type) {
        return Query.of(query -> query.multiMatch(match -> {
            match.query(words).fields(FIELDS).type(type);
            // What the reader wrote as one word may be several to an analyzer.
            return type == TextQueryType.Phrase ? match : match.operator(Operator.And);
        }));
    }

    static Query oneOf(String field, Collection<String> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(field1 ->
                        field1.value(values.stream().map(FieldValue::of).toList()))));
    }

    static Query published(@Nullable Instant from, @Nullable Instant until) {
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(PUBLISHED);
            if (from != null) {
                date.gte(from.toString());
            }
            return until == null ? date : date.lt(until.toString());
        })));
    }

    /** The order, and what breaks ties, so that paging meets each article once. */
    static List<SortOptions> order(Sort sort) {
        return switch (sort) {
            case RELEVANCE ->
                List.of(
                        SortOptions.of(option -> option.score(score -> score.order(SortOrder.Desc))),
                        by(PUBLISHED, SortOrder.Desc),
                        by("id", SortOrder.Asc));
            case NEWEST -> List.of(by(PUBLISHED, SortOrder.Desc), by("id", SortOrder.Asc));
            case OLDEST -> List.of(by(PUBLISHED, SortOrder.Asc), by("id", SortOrder.Asc));
        };
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(
                option -> option.field(FieldSort.of(sort -> sort.field(field).order(order))));
    }

    /** The place after which to go on. */
    static List<FieldValue> after(Cursor cursor) {
        return switch (cursor.sort()) {
            case RELEVANCE ->
                List.of(FieldValue.of(cursor.score()), FieldValue.of(cursor.published()), FieldValue.of(cursor.id()));
            case NEWEST, OLDEST -> List.of(FieldValue.of(cursor.published()), FieldValue.of(cursor.id()));
        };
    }

    /** The place of an article, from the values it was sorted by. */
    static Cursor cursor(Sort sort, List<FieldValue> values) {
        boolean scored = sort == Sort.RELEVANCE;
        int first = scored ? 1 : 0;
        FieldValue score = values.getFirst();
        return new Cursor(
                sort,
                !scored ? 0 : score.isDouble() ? (float) score.doubleValue() : (float) score.longValue(),
                values.get(first).longValue(),
                values.get(first + 1).stringValue());
    }
}
