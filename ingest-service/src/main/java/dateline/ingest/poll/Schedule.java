package dateline.ingest.poll;

import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a feed is polled next. Pure functions of what is known; chance comes in as a number from 0 to 1. */
final class Schedule {
    /** Longest wish of a server to be left alone that is granted. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(48);

    /** So much longer is the way to the next poll while a hub announces what is new. */
    private static final int WHILE_PUSHED = 6;

    private static final int DATES_THAT_COUNT = 20;
    private static final double JITTER = 0.1;

    private final FeedsProperties properties;

    Schedule(FeedsProperties properties) {
        this.properties = properties;
    }

    /**
     * The feed's own rhythm: half the mean gap between its entries, so that an entry waits for a quarter of a gap on
     * average. The gap since the newest entry counts too, so a feed that falls asleep is asked less and less.
     *
     * @param dates publication dates of the entries in the last document
     * @param arrivals what came on which day, for feeds without dates
     */
    Duration rhythm(Subscription feed, List<Instant> dates, Arrivals arrivals, Instant now) {
        List<Instant> newest = dates.stream()
                .filter(date -> !date.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(DATES_THAT_COUNT)
                .toList();
        Duration gap;
        if (newest.size() >= 2) {
            gap = Duration.between(newest.getLast(), now).dividedBy(newest.size());
        } else {
            double perDay = arrivals.perDay(now.atOffset(ZoneOffset.UTC).toLocalDate());
            gap = perDay > 0
                    ? Duration.ofSeconds((long) (Duration.ofDays(1).toSeconds() / perDay))
                    : properties.interval().multipliedBy(2);
        }
        return clamped(feed, gap.dividedBy(2));
    }

    /** The rhythm when nothing new came: the one that was known, or a slower one if it has been quiet for long. */
    Duration quietRhythm(Subscription feed, @Nullable Duration known, @Nullable Instant lastNew, Instant now) {
        Duration before = known == null ? properties.interval() : known;
        Duration quiet =
                lastNew == null ? Duration.ZERO : Duration.between(lastNew, now).dividedBy(2L * DATES_THAT_COUNT);
        return clamped(feed, max(before, quiet));
    }

    /** The shortest time between two polls of the feed. */
    Duration shortest(Subscription feed) {
        return clamped(feed, Duration.ZERO);
    }

    /**
     * When to poll after a poll that went well.
     *
     * @param rhythm see {@link #rhythm}
     * @param asked what the server asked for, as a time to wait from now
     */
    Instant afterSuccess(Subscription feed, Duration rhythm, Duration asked, Instant now, double chance) {
        Duration wait = spread(rhythm, chance);
        // A server's wish may only be rounded up, and an absurd one must not put a feed to sleep for a year.
        Duration wish = min(asked, max(feed))
                .plus(rhythm.dividedBy(20).multipliedBy((long) (chance * 100)).dividedBy(100));
        return now.plus(asked.isZero() || wait.compareTo(wish) > 0 ? wait : wish);
    }

    /**
     * When to poll after a poll that failed; null if never again. The wait grows with every failure by one interval
     * (half of one for failures that tend to pass), up to the longest interval, and no further: feeds do come back.
     *
     * @param errors failures in a row, this one included
     * @param retryAfter what the server asked for
     */
    @Nullable
    Instant afterError(
            Subscription feed,
            @Nullable Duration rhythm,
            PollError error,
            int errors,
            @Nullable Duration retryAfter,
            Instant now,
            double chance) {
        if (error == PollError.GONE) {
            return null;
        }
        Duration base = min(rhythm == null ? properties.interval() : rhythm, properties.interval());
        Duration wait =
                base.multipliedBy(error.isPassing() ? errors + 1L : errors * 2L).dividedBy(2);
        Duration own = spread(clamped(feed, wait), chance);
        Duration asked = retryAfter == null ? Duration.ZERO : min(retryAfter, LONGEST_RETRY_AFTER);
        return now.plus(own.compareTo(asked) > 0 ? own : asked.plus(spread(Duration.ofSeconds(30), chance)));
    }

    /**
     * How long a site is left alone that said "too many requests" without saying how long.
     *
     * @param errors failures in a row, this one included
     */
    Duration holdWithoutWish(int errors) {
        return min(Duration.ofMinutes(10).multipliedBy(errors), Duration.ofHours(24));
    }

    /**
     * How long a site is left alone that said "too many requests".
     *
     * @param asked what it asked for, if anything
     * @param errors failures in a row, this one included
     */
    Duration hold(@Nullable Duration asked, int errors) {
        return min(asked == null ? holdWithoutWish(errors) : asked, LONGEST_RETRY_AFTER);
    }

    /**
     * The poll's time, or the end of the quiet time that it would fall into. Where an operator has set the feed a longest
     * interval, that goes before what the publisher says.
     */
    Instant quiet(Subscription feed, QuietTimes quiet, Instant due, Instant now) {
        Instant after = quiet.after(due);
        Instant latest = feed.maxInterval() == null ? after : now.plus(feed.maxInterval());
        return after.isAfter(latest) ? (latest.isAfter(due) ? latest : due) : after;
    }

    /**
     * When to poll while a hub announces what is new: later, but not later than the longest interval, nor than the end of
     * the hub's promise.
     *
     * @param due when it would be polled else
     */
    @Nullable
    Instant whilePushed(Subscription feed, @Nullable Instant due, Instant leaseUntil, Instant now) {
        if (due == null || !due.isAfter(now)) {
            return due;
        }
        Instant stretched = now.plus(min(Duration.between(now, due).multipliedBy(WHILE_PUSHED), max(feed)));
        Instant bounded = stretched.isAfter(leaseUntil) ? leaseUntil : stretched;
        return bounded.isAfter(due) ? bounded : due;
    }

    /** When to try a page again that failed so often. */
    Instant pageRetry(int attempts, Instant now, double chance) {
        Duration wait = properties.pageRetry().multipliedBy((long) attempts * attempts);
        return now.plus(spread(wait, chance));
    }

    private Duration clamped(Subscription feed, Duration wait) {
        Duration least = feed.minInterval() == null ? properties.minInterval() : feed.minInterval();
        return max(least, min(wait, max(feed)));
    }

    private Duration max(Subscription feed) {
        return feed.maxInterval() == null ? properties.maxInterval() : feed.maxInterval();
    }

    private static Duration spread(Duration wait, double chance) {
        return wait.plusMillis((long) (wait.toMillis() * JITTER * chance));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
