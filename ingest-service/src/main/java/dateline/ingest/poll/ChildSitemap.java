package dateline.ingest.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap that a subscribed sitemap index lists.
 *
 * @param url where it is
 * @param lastModified what the index said of it when it was last fetched or, if it is due, says now; null if it does not
 *     say or the fetch failed
 * @param due when it is to be fetched; null if not before the index says it changed
 * @param visited when it was last fetched, if ever
 * @param bodyHash hash of the document last read
 * @param entries how many of its entries counted as news
 * @param first whether the index itself is new, so that what the sitemap holds did not come today
 */
record ChildSitemap(
        String url,
        @Nullable Instant lastModified,
        @Nullable Instant due,
        @Nullable Instant visited,
        long bodyHash,
        int entries,
        boolean first) {
    /** One that was never fetched. */
    static ChildSitemap found(String url, boolean first) {
        return new ChildSitemap(url, null, null, null, 0, 0, first);
    }

    ChildSitemap dueAt(Instant at, @Nullable Instant modified) {
        return new ChildSitemap(url, modified, at, visited, bodyHash, entries, first);
    }

    /** The same after a fetch that failed: asked again when the index is. */
    ChildSitemap failed(Instant now) {
        return new ChildSitemap(url, null, null, now, bodyHash, entries, first);
    }

    /** The same after a document was read, of which {@code again} says when to take the rest, if there is any. */
    ChildSitemap read(Instant now, long hash, int size, @Nullable Instant again) {
        return new ChildSitemap(url, lastModified, again, now, hash, size, first && again != null);
    }
}
