package dateline.query.saved;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.query.search.ArticleQuery;
import dateline.query.search.ArticleQueryReader;
import dateline.query.search.Filters;
import dateline.query.search.InvalidParameter;
import dateline.query.search.TextQuery;
import dateline.query.search.Trait;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The query of a saved search as text: what stands behind the question mark of {@code GET /api/articles}. */
public final class QueryText {
    private static final int LONGEST = 4_000;
    /** What pages and orders articles has no meaning for one that is looked out for. */
    private static final Set<String> PAGING = Set.of("sort", "size", "next", "facets");

    private QueryText() {}

    /** The same text without what pages, with or without a question mark at the front. */
    static String normal(@Nullable String text) {
        MultiValueMap<String, String> parameters = parameters(text);
        PAGING.forEach(parameters::remove);
        return parameters.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(value -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    /**
     * Reads it.
     *
     * @throws SearchProblem if it is none, asks for everything, or for what is not known of an article coming in
     */
    public static ArticleQuery read(@Nullable String text) {
        MultiValueMap<String, String> parameters = parameters(text);
        PAGING.forEach(parameters::remove);
        try {
            ArticleQuery query = ArticleQueryReader.readFilters(parameters, Set.of());
            check(query);
            return query;
        } catch (InvalidParameter e) {
            SearchProblem problem = SearchProblem.invalid("query", e.parameter() + ": " + e.getMessage());
            problem.getBody().setProperty("parameter", e.parameter());
            e.position().ifPresent(position -> problem.getBody().setProperty("position", position));
            throw problem;
        }
    }

    private static void check(ArticleQuery query) {
        if (query.text() == null && query.filters().equals(Filters.NONE)) {
            throw SearchProblem.invalid("query", "asks for all articles; say which");
        }
        if (query.filters().nearDuplicateOf() != null) {
            throw SearchProblem.invalid("query", "nearDuplicateOf can not be looked out for");
        }
        if (query.filters().traits().containsKey(Trait.INDEPENDENT)
                || (query.text() != null && asksForIndependence(query.text()))) {
            throw SearchProblem.invalid(
                    "query", "can not ask for independent articles: oncePerStory does so for a saved search");
        }
    }

    private static boolean asksForIndependence(TextQuery text) {
        return switch (text) {
            case TextQuery.Is(Trait trait) -> trait == Trait.INDEPENDENT;
            case TextQuery.All all -> all.parts().stream().anyMatch(QueryText::asksForIndependence);
            case TextQuery.Any any -> any.parts().stream().anyMatch(QueryText::asksForIndependence);
            case TextQuery.Not not -> asksForIndependence(not.part());
            case TextQuery.In in -> asksForIndependence(in.query());
            case TextQuery.Word _, TextQuery.Prefix _, TextQuery.Phrase _, TextQuery.Near _, TextQuery.Has _ -> false;
        };
    }

    /**
     * Its parameters, with or without a question mark at the front.
     *
     * @throws SearchProblem if it is none
     */
    public static MultiValueMap<String, String> parameters(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw SearchProblem.invalid("query", "is missing: the parameters of GET /api/articles, such as q=ferry");
        }
        if (text.length() > LONGEST) {
            throw SearchProblem.invalid("query", "must have at most " + LONGEST + " characters");
        }
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        String stripped = text.strip();
        try {
            for (String pair : (stripped.startsWith("?") ? stripped.substring(1) : stripped).split("&")) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    parameters.add(
                            URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8),
                            equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            throw SearchProblem.invalid("query", "is not URL-encoded: " + e.getMessage());
        }
        return parameters;
    }
}
