package dateline.query.search;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in Elasticsearch's terms what a query asks. Pure: makes requests, sends none. */
public final class QueryTranslator {
    static final String PUBLISHED = "published.at";
    static final String FIRST_SEEN = "firstSeen";
    private static final List<String> TITLE = List.of("title^3", "stemmed.*.title^3");
    private static final List<String> BODY = List.of("body", "stemmed.*.body");
    private static final List<String> ANYWHERE =
            List.of("title^3", "subtitle^2", "body", "stemmed.*.title^3", "stemmed.*.body");

    private QueryTranslator() {}

    /**
     * The query as a whole, but for {@link Filters#nearDuplicateOf}, which takes a look into the index.
     *
     * @param names the ids that names in it may stand for
     */
    public static Query query(ArticleQuery asked, ResolvedNames names) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        if (asked.text() != null) {
            all.must(text(asked.text(), names));
        }
        Filters filters = asked.filters();
        filters.wanted().forEach((attribute, values) -> {
            if (attribute.several()) {
                values.forEach(value -> all.filter(has(attribute, List.of(value), names)));
            } else {
                all.filter(has(attribute, values, names));
            }
        });
        filters.unwanted().forEach((attribute, values) -> all.mustNot(has(attribute, values, names)));
        filters.traits().forEach((trait, wanted) -> {
            if (wanted) {
                all.filter(is(trait));
            } else {
                all.mustNot(is(trait));
            }
        });
        if (!filters.published().isAlways()) {
            all.filter(in(PUBLISHED, filters.published()));
        }
        if (!filters.firstSeen().isAlways()) {
            all.filter(in(FIRST_SEEN, filters.firstSeen()));
        }
        return all.build()._toQuery();
    }

    /** What is looked for in the text, wherever it stands. */
    public static Query text(TextQuery text, ResolvedNames names) {
        return text(text, names, ANYWHERE);
    }

    private static Query text(TextQuery text, ResolvedNames names, List<String> fields) {
        return switch (text) {
            case TextQuery.Word word -> match(fields, word.text(), TextQueryType.BestFields, 0);
            case TextQuery.Phrase phrase -> match(fields, phrase.text(), TextQueryType.Phrase, 0);
            case TextQuery.Near near -> match(fields, near.text(), TextQueryType.Phrase, near.distance());
            case TextQuery.Prefix prefix -> prefix(fields, prefix.text());
            case TextQuery.In in -> text(in.query(), names, in.part() == TextQuery.Part.TITLE ? TITLE : BODY);
            case TextQuery.Has has -> unscored(has(has.attribute(), List.of(has.value()), names));
            case TextQuery.Is is -> unscored(is(is.trait()));
            case TextQuery.All all -> all(all.parts(), names, fields);
            case TextQuery.Any any ->
                Query.of(query -> query.bool(bool -> bool.should(any.parts().stream()
                                .map(part -> text(part, names, fields))
                                .toList())
                        .minimumShouldMatch("1")));
            case TextQuery.Not not ->
                Query.of(query -> query.bool(bool -> bool.mustNot(text(not.part(), names, fields))));
        };
    }

    private static Query all(List<TextQuery> parts, ResolvedNames names, List<String> fields) {
        BoolQuery.Builder bool = new BoolQuery.Builder();
        for (TextQuery part : parts) {
            if (part instanceof TextQuery.Not(TextQuery excluded)) {
                bool.mustNot(text(excluded, names, fields));
            } else {
                bool.must(text(part, names, fields));
            }
        }
        return bool.build()._toQuery();
    }

    /** A word is read by every language's analyzer; the field that likes it best counts. */
    private static Query match(List<String> fields, String words, TextQueryType type, int slop) {
        return Query.of(query -> query.multiMatch(match -> {
            match.query(words).fields(fields).type(type);
            // What the reader wrote as one word may be several to an analyzer.
            return type == TextQueryType.Phrase ? match.slop(slop) : match.operator(Operator.And);
        }));
    }

    /** The beginning of a word is no word to a stemmer, so only the texts as written are looked at. */
    private static Query prefix(List<String> fields, String words) {
        return Query.of(query -> query.multiMatch(match -> match.query(words)
                .fields(fields.stream()
                        .filter(field -> !field.startsWith("stemmed."))
                        .toList())
                .type(TextQueryType.BoolPrefix)
                .operator(Operator.And)));
    }

    /** Being about something makes no article a better match for the words. */
    private static Query unscored(Query filter) {
        return Query.of(
                query -> query.constantScore(score -> score.filter(filter).boost(0f)));
    }

    private static Query has(Attribute attribute, List<String> values, ResolvedNames names) {
        return oneOf(
                attribute.field(),
                values.stream()
                        .flatMap(value -> names.ids(attribute, value).stream())
                        .distinct()
                        .toList());
    }

    private static Query is(Trait trait) {
        return switch (trait) {
            case QUOTED ->
                Query.of(query -> query.range(range ->
                        range.number(number -> number.field("quoteCount").gte(1.0))));
            case DATELINED -> Query.of(query -> query.exists(exists -> exists.field("datelinePlace")));
            case REVISED ->
                Query.of(query -> query.range(
                        range -> range.number(number -> number.field("revision").gte(2.0))));
            case INDEPENDENT ->
                Query.of(query -> query.term(term -> term.field("independent").value(true)));
        };
    }

    static Query oneOf(String field, Collection<String> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field)
                .terms(field1 ->
                        field1.value(values.stream().map(FieldValue::of).toList()))));
    }

    static Query in(String field, Period period) {
        return Query.of(query -> query.range(range -> range.date(date -> {
            date.field(field);
            if (period.from() != null) {
                date.gte(period.from().toString());
            }
            return period.until() == null ? date : date.lt(period.until().toString());
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
            case FIRST_SEEN -> List.of(by(FIRST_SEEN, SortOrder.Desc), by("id", SortOrder.Asc));
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
                List.of(FieldValue.of(cursor.score()), FieldValue.of(cursor.time()), FieldValue.of(cursor.id()));
            case NEWEST, OLDEST, FIRST_SEEN -> List.of(FieldValue.of(cursor.time()), FieldValue.of(cursor.id()));
        };
    }

    /** The place of an article, from the values it was sorted by. */
    static Cursor cursor(ArticleQuery asked, List<FieldValue> values, @Nullable String view) {
        Sort sort = asked.sort();
        boolean scored = sort == Sort.RELEVANCE;
        int first = scored ? 1 : 0;
        FieldValue score = values.getFirst();
        return new Cursor(
                sort,
                !scored ? 0 : score.isDouble() ? (float) score.doubleValue() : (float) score.longValue(),
                values.get(first).longValue(),
                values.get(first + 1).stringValue(),
                Cursor.question(asked.text(), asked.filters(), sort),
                view);
    }
}
