package dateline.query.dashboard;

import dateline.query.search.ArticlePage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the search page shows.
 *
 * @param total the number of articles, in words
 * @param narrowed whether anything narrows the results, so that finding nothing does not mean there is nothing
 * @param orders the orders to list in
 * @param results the articles of this page
 * @param facets what they can be narrowed by
 * @param sample what the facets' counts are of, if not of all articles
 * @param chart when they were published
 * @param next the next page, if there is one
 * @param first the first page, if this is not it
 * @param links to go on with
 */
public record SearchView(
        String total,
        boolean narrowed,
        List<Order> orders,
        List<ResultView> results,
        List<FacetView> facets,
        @Nullable String sample,
        @Nullable ChartView chart,
        @Nullable String next,
        @Nullable String first,
        Links links) {
    /** An order to list in. */
    public record Order(String id, String words, String link, boolean current) {}

    static SearchView of(PageAddress address, ArticlePage page, @Nullable ChartView chart) {
        return new SearchView(
                Wording.articles(page.total()),
                !address.values().isEmpty(),
                orders(address),
                page.items().stream().map(item -> ResultView.of(address, item)).toList(),
                FacetView.all(address, page),
                FacetView.sample(page),
                chart,
                page.next() == null ? null : address.next(page.next()),
                address.first("next").isEmpty() ? null : address.firstPage(),
                Links.of(address));
    }

    private static List<Order> orders(PageAddress address) {
        boolean hasWords = !address.first("q").isEmpty();
        String usual = hasWords ? "relevance" : "newest";
        String current = address.first("sort").isEmpty() ? usual : address.first("sort");
        List<Order> orders = new ArrayList<>();
        if (hasWords) {
            orders.add(order(address, "relevance", "Best first", current));
        }
        orders.add(order(address, "newest", "Newest first", current));
        orders.add(order(address, "oldest", "Oldest first", current));
        return orders;
    }

    private static Order order(PageAddress address, String id, String words, String current) {
        return new Order(id, words, address.withOnly("sort", id), id.equals(current));
    }
}
