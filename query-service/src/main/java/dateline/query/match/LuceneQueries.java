package dateline.query.match;

import dateline.query.index.Names;
import dateline.query.search.ArticleQuery;
import dateline.query.search.TextQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Says in Lucene's terms what a query asks, and means by it what Elasticsearch is told by {@code QueryTranslator}. Filters
 * are made of single terms, which is what the monitor can choose candidates by.
 */
final class LuceneQueries {
    private final QueryBuilder words;

    LuceneQueries(Analyzer analyzer) {
        this.words = new QueryBuilder(analyzer);
    }

    /**
     * The query as a whole; order and paging have no meaning here.
     *
     * @param entityIds the ids that each entity asked for may be, by what was asked for
     * @param topicIds the same for topics
     */
    Query query(
            ArticleQuery asked,
            Map<String, ? extends Collection<String>> entityIds,
            Map<String, ? extends Collection<String>> topicIds) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.text() != null) {
            all.add(text(asked.text(), asked.languages()), Occur.MUST);
        }
        for (String entity : asked.entities()) {
            all.add(
                    named(entity, entityIds.get(entity), ArticleFields.ENTITY, ArticleFields.ENTITY_NAME),
                    Occur.FILTER);
        }
        for (String topic : asked.topics()) {
            all.add(named(topic, topicIds.get(topic), ArticleFields.TOPIC, ArticleFields.TOPIC_NAME), Occur.FILTER);
        }
        if (!asked.outlets().isEmpty()) {
            all.add(oneOf(ArticleFields.OUTLET, asked.outlets()), Occur.FILTER);
        }
        if (!asked.languages().isEmpty()) {
            all.add(oneOf(ArticleFields.LANGUAGE, asked.languages()), Occur.FILTER);
        }
        if (asked.from() != null || asked.until() != null) {
            all.add(published(asked.from(), asked.until()), Occur.FILTER);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? new MatchAllDocsQuery() : query;
    }

    private Query text(TextQuery text, List<String> languages) {
        return switch (text) {
            case TextQuery.Word word ->
                inAnyField(languages, field -> words.createBooleanQuery(field, word.text(), Occur.MUST));
            case TextQuery.Phrase phrase ->
                inAnyField(languages, field -> words.createPhraseQuery(field, phrase.text()));
            case TextQuery.All(List<TextQuery> parts) -> all(parts, languages);
            case TextQuery.Any(List<TextQuery> parts) ->
                any(parts.stream().map(part -> text(part, languages)));
            case TextQuery.Not not -> all(List.of(not), languages);
        };
    }

    private Query all(List<TextQuery> parts, List<String> languages) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean wanted = false;
        for (TextQuery part : parts) {
            if (part instanceof TextQuery.Not(TextQuery excluded)) {
                all.add(text(excluded, languages), Occur.MUST_NOT);
            } else {
                all.add(text(part, languages), Occur.MUST);
                wanted = true;
            }
        }
        // Elasticsearch takes exclusions alone for "all but these"; Lucene for nothing.
        return wanted ? all.build() : all.add(new MatchAllDocsQuery(), Occur.MUST).build();
    }

    /** Reads words as one field's analyzer does; null if that finds none in them. */
    private interface InField {
        @Nullable
        Query of(String field);
    }

    private static Query inAnyField(List<String> languages, InField inField) {
        List<String> stemmed = ArticleAnalyzers.languages().stream()
                // An article has the fields of its own language only.
                .filter(language -> languages.isEmpty() || languages.contains(language))
                .toList();
        return any(Stream.concat(
                        ArticleAnalyzers.FOLDED.stream(), stemmed.stream().flatMap(ArticleAnalyzers::stemmed))
                .flatMap(field -> Stream.ofNullable(inField.of(field))));
    }

    private static Query any(Stream<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word that is indexed") : query;
    }

    private static Query named(String asked, @Nullable Collection<String> ids, String idField, String nameField) {
        Stream<Query> byId = Stream.concat(Stream.of(asked), (ids == null ? Set.<String>of() : ids).stream())
                .distinct()
                .map(id -> new TermQuery(new Term(idField, id)));
        String folded = Names.fold(asked);
        // A name that an article brings up for the first time; a colon is what ids have and names do not.
        boolean name = asked.indexOf(':') < 0 && !folded.isEmpty();
        return any(name ? Stream.concat(byId, Stream.of(new TermQuery(new Term(nameField, folded)))) : byId);
    }

    private static Query oneOf(String field, Collection<String> values) {
        return any(values.stream().map(value -> new TermQuery(new Term(field, value))));
    }

    private static Query published(@Nullable Instant from, @Nullable Instant until) {
        return LongPoint.newRangeQuery(
                ArticleFields.PUBLISHED,
                from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                until == null ? Long.MAX_VALUE : until.toEpochMilli() - 1);
    }
}
