package dateline.query.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param total how many articles there are in all
 * @param items the articles of this page
 * @param facets the most frequent values of each facet asked for, by its name
 * @param facetBounds how exact each facet is, by its name
 * @param next where the next page begins; none after the last
 * @param didYouMean another {@code q} that finds something, if this one finds nothing
 */
public record ArticlePage(
        long total,
        List<ArticleItem> items,
        Map<String, List<FacetValue>> facets,
        Map<String, FacetBounds> facetBounds,
        @Nullable String next,
        @Nullable String didYouMean) {
    /** One without bounds and suggestion. */
    public ArticlePage(
            long total, List<ArticleItem> items, Map<String, List<FacetValue>> facets, @Nullable String next) {
        this(total, items, facets, Map.of(), next, null);
    }

    /** The same with another text to look for. */
    ArticlePage orRather(@Nullable String text) {
        return new ArticlePage(total, items, facets, facetBounds, next, text);
    }
}
