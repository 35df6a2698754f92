package dateline.query.match;

import dateline.query.index.Names;
import dateline.query.search.ArticleQuery;
import dateline.query.search.Attribute;
import dateline.query.search.Filters;
import dateline.query.search.Period;
import dateline.query.search.ResolvedNames;
import dateline.query.search.TextQuery;
import dateline.query.search.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Says in Lucene's terms what a query asks, and means by it what {@code QueryTranslator} tells Elasticsearch. Filters are
 * made of single terms, which is what the monitor can choose candidates by.
 */
final class LuceneQueries {
    private static final List<String> TITLE = List.of("title");
    private static final List<String> BODY = List.of("body");

    private final Analyzer analyzer;
    private final QueryBuilder words;

    LuceneQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
        this.words = new QueryBuilder(analyzer);
    }

    /**
     * The query as a whole; order and paging have no meaning here, and {@link Filters#nearDuplicateOf} is not looked at.
     *
     * @param names the ids that names in it may stand for
     */
    Query query(ArticleQuery asked, ResolvedNames names) {
        Filters filters = asked.filters();
        Translation translation = new Translation(names, stemmed(filters));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean wanted = false;
        if (asked.text() != null) {
            all.add(translation.text(asked.text(), ArticleAnalyzers.FOLDED), Occur.MUST);
            wanted = true;
        }
        List<Query> must = new ArrayList<>();
        List<Query> mustNot = new ArrayList<>();
        filters.wanted().forEach((attribute, values) -> {
            if (attribute.several()) {
                values.forEach(value -> must.add(translation.has(attribute, List.of(value))));
            } else {
                must.add(translation.has(attribute, values));
            }
        });
        filters.unwanted().forEach((attribute, values) -> mustNot.add(translation.has(attribute, values)));
        filters.traits().forEach((trait, holds) -> (holds ? must : mustNot).add(is(trait)));
        during(ArticleFields.PUBLISHED, filters.published(), must);
        during(ArticleFields.FIRST_SEEN, filters.firstSeen(), must);
        must.forEach(query -> all.add(query, Occur.FILTER));
        mustNot.forEach(query -> all.add(query, Occur.MUST_NOT));
        if (!wanted && must.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    /** An article has the stemmed fields of its own language only. */
    private static List<String> stemmed(Filters filters) {
        List<String> asked = filters.wanted(Attribute.LANGUAGE);
        return ArticleAnalyzers.languages().stream()
                .filter(language -> asked.isEmpty() || asked.contains(language))
                .toList();
    }

    /** Of one query. */
    private final class Translation {
        private final ResolvedNames names;
        private final List<String> languages;

        Translation(ResolvedNames names, List<String> languages) {
            this.names = names;
            this.languages = languages;
        }

        /**
         * What is looked for in the text.
         *
         * @param folded the fields without stemming; those with it follow from them
         */
        Query text(TextQuery text, List<String> folded) {
            return switch (text) {
                case TextQuery.Word(String word) ->
                    anywhere(folded, field -> words.createBooleanQuery(field, word, Occur.MUST));
                case TextQuery.Phrase(String phrase) ->
                    anywhere(folded, field -> words.createPhraseQuery(field, phrase));
                case TextQuery.Near(String phrase, int distance) ->
                    anywhere(folded, field -> words.createPhraseQuery(field, phrase, distance));
                case TextQuery.Prefix(String start) -> any(folded.stream().map(field -> prefix(field, start)));
                case TextQuery.In(TextQuery.Part part, TextQuery query) ->
                    text(query, part == TextQuery.Part.TITLE ? TITLE : BODY);
                case TextQuery.Has(Attribute attribute, String value) -> has(attribute, List.of(value));
                case TextQuery.Is(Trait trait) -> is(trait);
                case TextQuery.All(List<TextQuery> parts) -> all(parts, folded);
                case TextQuery.Any(List<TextQuery> parts) -> any(parts.stream().map(part -> text(part, folded)));
                case TextQuery.Not not -> all(List.of(not), folded);
            };
        }

        private Query all(List<TextQuery> parts, List<String> folded) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            boolean wanted = false;
            for (TextQuery part : parts) {
                if (part instanceof TextQuery.Not(TextQuery excluded)) {
                    all.add(text(excluded, folded), Occur.MUST_NOT);
                } else {
                    all.add(text(part, folded), Occur.MUST);
                    wanted = true;
                }
            }
            // Elasticsearch takes exclusions alone for "all but these"; Lucene for nothing.
            return wanted
                    ? all.build()
                    : all.add(new MatchAllDocsQuery(), Occur.MUST).build();
        }

        private Query anywhere(List<String> folded, InField query) {
            Stream<String> stemmed = languages.stream()
                    .flatMap(ArticleAnalyzers::stemmed)
                    .filter(field -> folded.stream().anyMatch(part -> field.endsWith("." + part)));
            Map<String, Query> byField = new HashMap<>();
            Stream.concat(folded.stream(), stemmed).forEach(field -> {
                Query inField = query.in(field);
                if (inField != null) {
                    byField.put(field, inField);
                }
            });
            return byField.isEmpty() ? new MatchNoDocsQuery("no word that is indexed") : new PresentFields(byField);
        }

        Query has(Attribute attribute, List<String> values) {
            return any(values.stream().flatMap(value -> {
                Stream<Query> ids = names.ids(attribute, value).stream().map(id -> term(attribute.field(), id));
                String folded = Names.fold(value);
                // A colon is what ids have and names do not.
                boolean name = attribute.isNamed() && value.indexOf(':') < 0 && !folded.isEmpty();
                return name ? Stream.concat(ids, Stream.of(term(ArticleFields.names(attribute), folded))) : ids;
            }));
        }
    }

    /** Words as one field's analyzer reads them; null if it finds none. */
    private interface InField {
        @Nullable
        Query in(String field);
    }

    private Query prefix(String field, String text) {
        List<String> read = ArticleAnalyzers.foldedWords(analyzer, text);
        if (read.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        read.subList(0, read.size() - 1).forEach(word -> all.add(term(field, word), Occur.MUST));
        String start = read.getLast();
        int length = start.codePointCount(0, start.length());
        if (length >= ArticleAnalyzers.SHORTEST_START) {
            // Says nothing new, but candidates can be chosen by it.
            int end = start.offsetByCodePoints(0, Math.min(length, ArticleAnalyzers.LONGEST_START));
            all.add(term(ArticleFields.starts(field), start.substring(0, end)), Occur.MUST);
        }
        return all.add(new PrefixQuery(new Term(field, start)), Occur.MUST).build();
    }

    private static Query is(Trait trait) {
        return term(ArticleFields.TRAITS, trait.name());
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query any(Stream<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.distinct().forEach(query -> any.add(query, Occur.SHOULD));
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? new MatchNoDocsQuery("no word that is indexed") : query;
    }

    private static void during(String field, Period period, List<Query> must) {
        if (!period.isAlways()) {
            must.add(LongPoint.newRangeQuery(
                    field,
                    period.from() == null ? Long.MIN_VALUE : period.from().toEpochMilli(),
                    period.until() == null
                            ? Long.MAX_VALUE
                            : period.until().minusNanos(1).toEpochMilli()));
        }
    }
}
