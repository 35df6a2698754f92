package dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of sitemaps, each of which is a feed of its own.
 *
 * @param sitemaps in the order given
 * @param problems see {@link FeedDocument#problems}
 */
public record SitemapIndex(List<Location> sitemaps, List<String> problems) implements FeedDocument {
    public SitemapIndex {
        sitemaps = List.copyOf(sitemaps);
        problems = List.copyOf(problems);
    }

    /**
     * Where one sitemap is.
     *
     * @param url absolute if the index' own URL was known
     * @param lastModified when it changed, if stated
     */
    public record Location(String url, @Nullable FeedDate lastModified) {}
}
