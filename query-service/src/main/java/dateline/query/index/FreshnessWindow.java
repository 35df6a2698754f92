package dateline.query.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How long the articles of the last day took until this instance had stored them, minute by minute and in memory only.
 * Durations are counted in classes each 8 % ({@code 2^(1/9)}) longer than the one before, so a percentile is at most so much
 * too long.
 */
@Component
public final class FreshnessWindow {
    /** How far back it reaches. */
    public static final Duration REACH = Duration.ofDays(1);

    private static final int MINUTES = (int) REACH.toMinutes();
    private static final int PER_DOUBLING = 9;
    // Up to 2^36 ms, two years; what is older counts as that.
    private static final int CLASSES = 36 * PER_DOUBLING;

    /**
     * How long articles took.
     *
     * @param count how many there were
     * @param p50 half of them took no longer; null of none
     */
    public record Percentiles(
            long count,
            @Nullable Duration p50,
            @Nullable Duration p95,
            @Nullable Duration p99) {}

    /** A minute's articles by class of duration. */
    private static final class Minute {
        private long minute = -1;
        private int stored;
        private int @Nullable [] seen;
        private int @Nullable [] published;
    }

    private final Minute[] ring = new Minute[MINUTES];
    private final Clock clock;

    @Autowired
    FreshnessWindow() {
        this(Clock.systemUTC());
    }

    FreshnessWindow(Clock clock) {
        this.clock = clock;
        Arrays.setAll(ring, i -> new Minute());
    }

    synchronized void stored(Instant at, Duration sinceSeen, @Nullable Duration sincePublished) {
        long number = at.getEpochSecond() / 60;
        Minute minute = ring[(int) (number % MINUTES)];
        if (minute.minute != number) {
            minute.minute = number;
            minute.stored = 0;
            minute.seen = null;
            minute.published = null;
        }
        minute.stored++;
        minute.seen = counted(minute.seen, sinceSeen);
        if (sincePublished != null) {
            minute.published = counted(minute.published, sincePublished);
        }
    }

    /** How many articles were stored in the minute that holds this time. */
    public synchronized int storedIn(Instant at) {
        long number = at.getEpochSecond() / 60;
        Minute minute = ring[(int) Math.floorMod(number, (long) MINUTES)];
        return minute.minute == number ? minute.stored : 0;
    }

    /** Whether any was stored in the last minute or so: whether there is somebody to leave the machine to. */
    public boolean isLive() {
        Instant now = clock.instant();
        return storedIn(now) + storedIn(now.minusSeconds(60)) > 0;
    }

    /** From when ingest saw the revision. */
    public Percentiles sinceSeen(Duration back) {
        return percentiles(back, false);
    }

    /** From when the article was published; first revisions only, of articles whose time is known to the minute. */
    public Percentiles sincePublished(Duration back) {
        return percentiles(back, true);
    }

    private synchronized Percentiles percentiles(Duration back, boolean published) {
        long now = clock.instant().getEpochSecond() / 60;
        long from = now - Math.min(MINUTES, back.toMinutes());
        long[] sum = new long[CLASSES];
        long count = 0;
        for (Minute minute : ring) {
            int[] counts = published ? minute.published : minute.seen;
            if (minute.minute > from && minute.minute <= now && counts != null) {
                for (int i = 0; i < CLASSES; i++) {
                    sum[i] += counts[i];
                    count += counts[i];
                }
            }
        }
        return new Percentiles(count, at(sum, count, 0.50), at(sum, count, 0.95), at(sum, count, 0.99));
    }

    private static @Nullable Duration at(long[] sum, long count, double share) {
        long wanted = (long) Math.ceil(count * share);
        long reached = 0;
        for (int i = 0; i < sum.length && count > 0; i++) {
            reached += sum[i];
            if (reached >= wanted) {
                return Duration.ofMillis(Math.round(Math.pow(2, (i + 1.0) / PER_DOUBLING)));
            }
        }
        return null;
    }

    private static int[] counted(int @Nullable [] counts, Duration duration) {
        int[] next = counts == null ? new int[CLASSES] : counts;
        double log = Math.log(Math.max(1, duration.toMillis())) / Math.log(2) * PER_DOUBLING;
        next[Math.min(CLASSES - 1, (int) log)]++;
        return next;
    }
}
