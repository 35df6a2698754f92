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
 * @param next where the next page begins; none after the last
 */
public record ArticlePage(
        long total,
        List<ArticleItem> items,
        Map<String, List<FacetValue>> facets,
        @Nullable String next) {}
