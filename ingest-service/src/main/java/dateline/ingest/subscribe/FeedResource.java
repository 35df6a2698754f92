package dateline.ingest.subscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dateline.contract.Outlet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed in the API's answers: what people decided, then what polling found.
 *
 * @param title the operator's title, or the feed's own, or its address
 * @param currentUrl where it is polled now, if it has moved
 * @param state {@code NEW}, {@code OK}, {@code FAILING}, {@code GONE} or {@code PAUSED}
 * @param nextDue when it is polled next; missing if it is not
 * @param interval the time between two polls that its rhythm calls for
 * @param error kind of the last poll's failure, if it failed
 * @param reason the same in words
 * @param errors polls that failed in a row
 * @param notes what is odd about the document though it could be read
 * @param heldUntil until when its site asked to be left alone
 * @param pendingPages entries whose page is still to be fetched
 * @param articlesPerDay mean of new entries a day over the last four weeks
 * @param silentSince since when nothing new came, if that is long for this feed's own rhythm
 * @param troubles what went wrong, also since it was mended, the newest first
 * @param push how its subscription at a WebSub hub stands, if it has one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FeedResource(
        String id,
        String url,
        @Nullable String currentUrl,
        String title,
        Outlet outlet,
        FeedView.State state,
        @Nullable Duration minInterval,
        @Nullable Duration maxInterval,
        boolean fullText,
        Instant addedAt,
        @Nullable String format,
        @Nullable String language,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNew,
        @Nullable Instant nextDue,
        @Nullable Duration interval,
        @Nullable PollError error,
        @Nullable String reason,
        int errors,
        List<String> notes,
        @Nullable Instant heldUntil,
        int pendingPages,
        double articlesPerDay,
        @Nullable Instant silentSince,
        List<Trouble> troubles,
        FeedView.@Nullable Push push) {
    static FeedResource of(FeedView view) {
        Subscription feed = view.feed();
        FeedStatus status = view.status();
        return new FeedResource(
                feed.id(),
                feed.url(),
                status.currentUrl(),
                view.title(),
                feed.outlet(),
                view.state(),
                feed.minInterval(),
                feed.maxInterval(),
                feed.fullText(),
                feed.addedAt(),
                status.format(),
                status.language(),
                status.lastPoll(),
                status.lastSuccess(),
                status.lastNew(),
                feed.paused() ? null : status.nextDue(),
                status.interval(),
                status.error(),
                status.reason(),
                status.errors(),
                status.notes(),
                status.heldUntil(),
                status.pending(),
                view.articlesPerDay(),
                view.silentSince(),
                status.troubles(),
                view.push());
    }
}
