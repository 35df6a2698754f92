package dateline.load.measure;

import java.util.Arrays;

/**
 * How long requests took.
 *
 * @param millis of each, ascending
 * @param seconds all of them together, as a watch would measure it
 */
record Timings(double[] millis, double seconds) {
    static Timings of(double[] millis, double seconds) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Timings(sorted, seconds);
    }

    /** The time that this share of the requests did not exceed (nearest rank). */
    double percentile(double share) {
        if (millis.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * millis.length);
        return millis[Math.clamp(rank - 1, 0, millis.length - 1)];
    }

    double perSecond() {
        return millis.length / seconds;
    }
}
