package dateline.query.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Counts by minute, of the last day; in memory only. */
final class MinuteCounts {
    private static final int MINUTES = (int) Duration.ofDays(1).toMinutes();

    private final long[] minutes = new long[MINUTES];
    private final long[] counts = new long[MINUTES];

    MinuteCounts() {
        Arrays.fill(minutes, -1);
    }

    /** Adds to the minute that holds this time, unless a later one has taken its place. */
    synchronized void add(Instant at, long count) {
        long minute = minute(at);
        int place = (int) Math.floorMod(minute, (long) MINUTES);
        if (minutes[place] < minute) {
            minutes[place] = minute;
            counts[place] = 0;
        }
        if (minutes[place] == minute) {
            counts[place] += count;
        }
    }

    /** The count of the minute that holds this time; 0 if it is not known any more. */
    synchronized long of(Instant at) {
        long minute = minute(at);
        int place = (int) Math.floorMod(minute, (long) MINUTES);
        return minutes[place] == minute ? counts[place] : 0;
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L);
    }
}
