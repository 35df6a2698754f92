package dateline.query.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feed as ingest-service tells it; {@code docs/feeds.md} says what the components mean. */
public record FeedLine(
        String id,
        String url,
        @Nullable String currentUrl,
        @Nullable String title,
        @Nullable OutletLine outlet,
        @Nullable String state,
        boolean fullText,
        @Nullable Instant addedAt,
        @Nullable String format,
        @Nullable String language,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNew,
        @Nullable Instant nextDue,
        @Nullable Duration interval,
        @Nullable String error,
        @Nullable String reason,
        int errors,
        @Nullable List<String> notes,
        @Nullable Instant heldUntil,
        int pendingPages,
        double articlesPerDay,
        @Nullable Instant silentSince,
        @Nullable List<Trouble> troubles) {
    /** Who publishes it. */
    public record OutletLine(
            @Nullable String id,
            @Nullable String name,
            @Nullable String country,
            @Nullable String language,
            @Nullable List<String> tags) {}

    /** Polls that failed in a row for the same reason. */
    public record Trouble(
            @Nullable String error,
            @Nullable String reason,
            @Nullable Instant first,
            @Nullable Instant last,
            int times) {}

    /** A page of the list. */
    record Listed(
            @Nullable List<FeedLine> feeds,
            int total,
            int page,
            int size,
            @Nullable Map<String, Integer> states,
            int silent) {
        int in(String state) {
            return states == null ? 0 : states.getOrDefault(state, 0);
        }
    }

    /** Whether it is left alone. */
    public boolean isPaused() {
        return "PAUSED".equals(state);
    }

    /** The address to open in a browser; nothing if it is not one. */
    public @Nullable String webAddress() {
        return url.startsWith("https://") || url.startsWith("http://") ? url : null;
    }
}
