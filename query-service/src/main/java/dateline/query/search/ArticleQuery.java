package dateline.query.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are asked for.
 *
 * @param text what their words must hold; none for all articles
 * @param filters what else they must be
 * @param sort in which order
 * @param size how many, at most
 * @param after after which place
 * @param facets what to count by
 */
public record ArticleQuery(
        @Nullable TextQuery text,
        Filters filters,
        Sort sort,
        int size,
        @Nullable Cursor after,
        Set<Facet> facets) {
    /** All articles, the newest first; none of them shown. */
    public static final ArticleQuery EVERYTHING = new ArticleQuery(null, Filters.NONE, Sort.NEWEST, 0, null, Set.of());

    public ArticleQuery {
        facets = Set.copyOf(facets);
    }

    /** The same with other filters. */
    public ArticleQuery with(Filters others) {
        return new ArticleQuery(text, others, sort, size, after, facets);
    }
}
