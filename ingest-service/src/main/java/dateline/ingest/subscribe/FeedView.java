package dateline.ingest.subscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API shows it.
 *
 * @param feed what people decided
 * @param state how it stands, pauses included
 * @param status what polling found
 * @param articlesPerDay mean of new entries a day over the last four weeks, since it was added
 * @param silentSince since when nothing new came, if that is long for this feed's own rhythm
 * @param push how its subscription at a hub stands, if it has one
 */
public record FeedView(
        Subscription feed,
        State state,
        FeedStatus status,
        double articlesPerDay,
        @Nullable Instant silentSince,
        @Nullable Push push) {
    /**
     * How a feed's subscription at a WebSub hub stands.
     *
     * @param hub the hub's address
     * @param until until when the hub has promised to push; null if it has not
     * @param lastPush when it last did
     * @param delivers whether it is trusted to: only then is the feed polled less
     * @param problem why the last request to it failed, if it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Push(
            String hub,
            @Nullable Instant until,
            @Nullable Instant lastPush,
            boolean delivers,
            @Nullable String problem) {}

    // With gaps that vary as chance has it, six mean gaps without an entry happen once in 400 times.
    private static final int SILENT_AFTER_GAPS = 6;
    private static final Duration NEVER_SILENT_BEFORE = Duration.ofHours(12);

    /** How a feed stands, in one word. */
    public enum State {
        NEW,
        OK,
        FAILING,
        GONE,
        PAUSED;

        /** From 0, what most needs somebody to look at it. */
        int urgency() {
            return switch (this) {
                case FAILING -> 0;
                case GONE -> 1;
                case NEW -> 2;
                case PAUSED -> 3;
                case OK -> 4;
            };
        }
    }

    static FeedView of(Subscription feed, @Nullable FeedStatus known, Instant now) {
        FeedStatus status = known == null ? FeedStatus.NEW : known;
        double perDay = articlesPerDay(status, now);
        State state = feed.paused()
                ? State.PAUSED
                : switch (status.condition()) {
                    case NEW -> State.NEW;
                    case OK -> State.OK;
                    case FAILING -> State.FAILING;
                    case GONE -> State.GONE;
                };
        return new FeedView(feed, state, status, Math.round(perDay * 100) / 100.0, silentSince(status, now), null);
    }

    FeedView withPush(@Nullable HubSubscription hub, HubNews news) {
        Push standing = hub == null
                ? null
                : new Push(hub.hub(), news.leaseUntil(hub), news.pushedAt(hub), hub.delivers(), hub.problem());
        return new FeedView(feed, state, status, articlesPerDay, silentSince, standing);
    }

    /** Mean of new entries a day over the last four weeks. */
    public static double articlesPerDay(FeedStatus status, Instant now) {
        return status.arrivals().perDay(now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Since when nothing new came, if that is long for this feed's own rhythm; else null. */
    public static @Nullable Instant silentSince(FeedStatus status, Instant now) {
        double perDay = articlesPerDay(status, now);
        Instant last = status.lastNew();
        if (last == null || status.lastSuccess() == null) {
            return null;
        }
        Duration patience = perDay > 0
                ? Duration.ofMinutes(
                        (long) (SILENT_AFTER_GAPS * Duration.ofDays(1).toMinutes() / perDay))
                : Duration.ofDays(Arrivals.DAYS);
        Duration quiet = Duration.between(last, now);
        return quiet.compareTo(patience) > 0 && quiet.compareTo(NEVER_SILENT_BEFORE) > 0 ? last : null;
    }

    /** Whether it is polled well and yet has brought nothing for long. */
    boolean isSilent() {
        return silentSince != null && state != State.PAUSED;
    }

    /** The title to show: the operator's, or the feed's, or its address. */
    public String title() {
        if (feed.title() != null) {
            return feed.title();
        }
        return status.title() == null ? feed.url() : status.title();
    }
}
