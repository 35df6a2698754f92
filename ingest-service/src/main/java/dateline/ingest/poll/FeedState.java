package dateline.ingest.poll;

import dateline.ingest.subscribe.FeedStatus;
import dateline.ingest.subscribe.HubSubscription;
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
 * @param quiet when its publisher says that nothing new comes
 * @param hub its subscription at a WebSub hub, if it has one
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
        List<ChildSitemap> sitemaps,
        QuietTimes quiet,
        @Nullable HubSubscription hub) {
    /** Of a feed that was never polled. */
    static final FeedState NEW = new FeedState(
            FeedStatus.NEW,
            null,
            null,
            0,
            false,
            null,
            null,
            0,
            SeenEntries.NONE,
            List.of(),
            List.of(),
            QuietTimes.NONE,
            null);

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
        quiet = quiet == null ? QuietTimes.NONE : quiet;
    }

    /** The same with another list of entries to fetch. */
    FeedState withPending(List<PendingEntry> next) {
        return with(new StatusBuilder(status).pending(next.size()).build(), next, hub);
    }

    /** The same with another subscription at a hub. */
    FeedState withHub(@Nullable HubSubscription next) {
        return with(status, pending, next);
    }

    /** The same, to be polled at another time. */
    FeedState withDue(@Nullable Instant at) {
        return with(new StatusBuilder(status).due(at, status.interval()).build(), pending, hub);
    }

    private FeedState with(FeedStatus shown, List<PendingEntry> waiting, @Nullable HubSubscription subscription) {
        return new FeedState(
                shown,
                etag,
                lastModified,
                bodyHash,
                validatorsLie,
                moving,
                answeredRequest,
                largestDocument,
                seen,
                waiting,
                sitemaps,
                quiet,
                subscription);
    }
}
