package dateline.ingest.poll;

import dateline.ingest.subscribe.FeedStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a feed since its last poll: the value in {@code feed.state}.
 *
 * @param status what people want to see of it
 * @param etag validator of the last document, if the server gave one
 * @param lastModified the other validator, as the server spelled it
 * @param bodyHash hash of the last document that could be read
 * @param validatorsLie whether the server once kept a validator though the document had new entries: it is not asked
 *     conditionally again
 * @param moving where permanent redirects have lately led to
 * @param answeredRequest the last request to poll at once that was met
 * @param largestDocument most entries that one document had
 * @param seen the entries it had so far
 * @param pending entries whose page is still to be fetched, in the order they came
 * @param sitemaps the sitemaps of a sitemap index
 */
record FeedState(
        FeedStatus status,
        @Nullable String etag,
        @Nullable String lastModified,
        long bodyHash,
        boolean validatorsLie,
        @Nullable Moving moving,
        @Nullable Instant answeredRequest,
        int largestDocument,
        SeenEntries seen,
        List<PendingEntry> pending,
        List<ChildSitemap> sitemaps) {
    /** Of a feed that was never polled. */
    static final FeedState NEW =
            new FeedState(FeedStatus.NEW, null, null, 0, false, null, null, 0, SeenEntries.NONE, List.of(), List.of());

    /**
     * A move that is not believed yet.
     *
     * @param target where permanent redirects lead
     * @param count polls in a row that were led there
     * @param since the first of them
     */
    record Moving(String target, int count, Instant since) {}

    FeedState {
        seen = seen == null ? SeenEntries.NONE : seen;
        pending = pending == null ? List.of() : List.copyOf(pending);
        sitemaps = sitemaps == null ? List.of() : List.copyOf(sitemaps);
    }

    /** The same with another list of entries to fetch. */
    FeedState withPending(List<PendingEntry> next) {
        return new FeedState(
                new StatusBuilder(status).pending(next.size()).build(),
                etag,
                lastModified,
                bodyHash,
                validatorsLie,
                moving,
                answeredRequest,
                largestDocument,
                seen,
                next,
                sitemaps);
    }
}
