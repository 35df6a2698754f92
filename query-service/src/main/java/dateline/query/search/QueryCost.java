package dateline.query.search;

import java.util.List;

/**
 * What a query costs Elasticsearch, in points of about one word looked up in every language. A rough measure, to tell a
 * question from an attack.
 */
final class QueryCost {
    private static final int WORD = 1;
    private static final int PHRASE = 3;
    /** Near words look at every place where both stand. */
    private static final int NEAR = 6;
    /** All words that begin so are looked up. */
    private static final int PREFIX = 10;

    private static final int VALUE = 1;
    private static final int FACET = 1;

    private QueryCost() {}

    /**
     * Adds it up.
     *
     * @throws InvalidParameter if it is more than that
     */
    static void check(ArticleQuery asked, int most) {
        int words = asked.text() == null ? 0 : of(asked.text());
        int values =
                asked.filters().wanted().values().stream().mapToInt(List::size).sum()
                        + asked.filters().unwanted().values().stream()
                                .mapToInt(List::size)
                                .sum();
        int cost = words + values * VALUE + asked.facets().size() * FACET;
        if (cost > most) {
            throw new InvalidParameter(
                    words > values ? "q" : "facets",
                    "the query is too dear: it costs " + cost + " points of " + most + " (a word " + WORD
                            + ", a phrase "
                            + PHRASE + ", words near each other " + NEAR + ", a * " + PREFIX + ", a value or a facet "
                            + VALUE + "); ask for less at once");
        }
    }

    static int of(TextQuery text) {
        return switch (text) {
            case TextQuery.Word _ -> WORD;
            case TextQuery.Phrase _ -> PHRASE;
            case TextQuery.Near _ -> NEAR;
            case TextQuery.Prefix _ -> PREFIX;
            case TextQuery.Has _, TextQuery.Is _ -> VALUE;
            case TextQuery.In in -> of(in.query());
            case TextQuery.Not not -> of(not.part());
            case TextQuery.All all ->
                all.parts().stream().mapToInt(QueryCost::of).sum();
            case TextQuery.Any any ->
                any.parts().stream().mapToInt(QueryCost::of).sum();
        };
    }
}
