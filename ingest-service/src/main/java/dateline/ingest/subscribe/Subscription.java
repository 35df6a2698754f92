package dateline.ingest.subscribe;

import dateline.contract.Outlet;
import dateline.ingest.fetch.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: the value in {@code feed.definitions}. It holds what people decided; what polling found is in
 * {@link FeedStatus}.
 *
 * @param id see {@link FeedId}
 * @param url the feed's address as it was added; where a feed has moved to is part of its status
 * @param title the operator's own title, if the feed's is not wanted
 * @param outlet who publishes it
 * @param paused whether it is left alone
 * @param minInterval shortest time between two polls, if not the service's
 * @param maxInterval longest time between two polls, if not the service's
 * @param fullText whether its entries hold whole articles, so that no page is fetched
 * @param addedAt when it was added
 * @param pollRequestedAt when someone last asked to poll it at once
 */
public record Subscription(
        String id,
        String url,
        @Nullable String title,
        Outlet outlet,
        boolean paused,
        @Nullable Duration minInterval,
        @Nullable Duration maxInterval,
        boolean fullText,
        Instant addedAt,
        @Nullable Instant pollRequestedAt) {
    /** A subscription to a feed of which no more is known than its address and what it calls itself. */
    public static Subscription unnamed(String url, @Nullable String feedTitle, Instant now) {
        String site = Site.of(url);
        String name = feedTitle == null || feedTitle.isBlank() ? site : feedTitle;
        Outlet outlet = new Outlet(site, name, null, null, List.of());
        return new Subscription(FeedId.of(url), url, null, outlet, false, null, null, false, now, null);
    }

    /** The same, paused or resumed. */
    public Subscription withPaused(boolean now) {
        return new Subscription(
                id, url, title, outlet, now, minInterval, maxInterval, fullText, addedAt, pollRequestedAt);
    }

    /** The same, to be polled at once. */
    public Subscription withPollRequested(Instant at) {
        return new Subscription(id, url, title, outlet, paused, minInterval, maxInterval, fullText, addedAt, at);
    }
}
