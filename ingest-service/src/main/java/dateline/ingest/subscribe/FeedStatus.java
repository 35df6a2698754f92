package dateline.ingest.subscribe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What polling found of a feed, as far as people want to see it.
 *
 * @param condition how it stands
 * @param lastPoll when it was last asked for
 * @param lastSuccess when it last answered as a feed should
 * @param lastNew when it last had a new entry
 * @param nextDue when it will be asked for next; null if not at all
 * @param interval its own rhythm: the pause between polls as last reckoned
 * @param error what kind of failure the last poll was, if it was one
 * @param reason the same in words
 * @param errors polls that failed in a row
 * @param notes what is odd about the document though it could be read
 * @param title what the feed calls itself
 * @param language the language it declares
 * @param format what it is, such as {@code RSS 2.0}
 * @param currentUrl where it is polled now, if it has moved
 * @param heldUntil until when its site asked to be left alone
 * @param pending entries whose page is still to be fetched
 * @param arrivals new entries by day
 * @param troubles what went wrong, also since it was mended, the newest first
 */
public record FeedStatus(
        Condition condition,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNew,
        @Nullable Instant nextDue,
        @Nullable Duration interval,
        @Nullable PollError error,
        @Nullable String reason,
        int errors,
        List<String> notes,
        @Nullable String title,
        @Nullable String language,
        @Nullable String format,
        @Nullable String currentUrl,
        @Nullable Instant heldUntil,
        int pending,
        Arrivals arrivals,
        List<Trouble> troubles) {
    /** How a feed stands. */
    public enum Condition {
        /** Never polled yet. */
        NEW,
        /** The last poll went well. */
        OK,
        /** The last poll failed; it is tried again. */
        FAILING,
        /** The publisher said that it is gone; it is not polled unless someone asks. */
        GONE
    }

    /** Of a feed that was never polled. */
    public static final FeedStatus NEW = new FeedStatus(
            Condition.NEW,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            0,
            Arrivals.NONE,
            List.of());

    public FeedStatus {
        notes = notes == null ? List.of() : List.copyOf(notes);
        arrivals = arrivals == null ? Arrivals.NONE : arrivals;
        troubles = troubles == null ? List.of() : List.copyOf(troubles);
    }

    /** The failures with one more. */
    public List<Trouble> troublesAnd(PollError kind, String why, Instant at) {
        return Trouble.with(troubles, kind, why, at, error != null);
    }
}
