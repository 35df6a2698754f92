package dateline.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch.
 *
 * @param url absolute http or https URL
 * @param accept the media types wanted, as in the Accept header
 * @param etag validator of the copy at hand, if the server gave one
 * @param lastModified the other validator, as the server spelled it
 * @param form what to send, as a form, by POST; null to GET
 * @param deadline longest time for all of it, redirects included
 */
public record FetchRequest(
        String url,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String form,
        Duration deadline) {
    private static final String FEEDS = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
    private static final String PAGES = "text/html, application/xhtml+xml, */*;q=0.5";

    /** Fetches a feed, unless it is still the copy that the validators belong to. */
    public static FetchRequest feed(
            String url, @Nullable String etag, @Nullable String lastModified, Duration deadline) {
        return new FetchRequest(url, FEEDS, etag, lastModified, null, deadline);
    }

    /**
     * Sends a form. Only redirects that keep the method (307, 308) are followed.
     *
     * @param form encoded as {@code application/x-www-form-urlencoded}
     */
    public static FetchRequest form(String url, String form, Duration deadline) {
        return new FetchRequest(url, "*/*", null, null, form, deadline);
    }

    /** Fetches a page. */
    public static FetchRequest page(String url, Duration deadline) {
        return new FetchRequest(url, PAGES, null, null, null, deadline);
    }
}
