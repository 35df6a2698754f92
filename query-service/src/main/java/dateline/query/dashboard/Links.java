package dateline.query.dashboard;

/**
 * Where to go with the articles that a page is about.
 *
 * @param search the search page
 * @param save the page that keeps the search
 * @param feed a feed of them
 * @param csv all of them as a table
 * @param api the same question to the API
 */
public record Links(String search, String save, String feed, String csv, String api) {
    static Links of(PageAddress address) {
        return new Links(
                address.to("/search"),
                address.to("/searches"),
                address.api("/api/articles/feed"),
                address.api("/api/articles/export", "format=csv"),
                address.api("/api/articles"));
    }
}
