package dateline.query.alert;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Tells whether a count is out of a search's own rhythm, by the counts of the same span on earlier days. The score is the
 * distance from their median in units of their spread; the spread is 1.4826 × MAD (median absolute deviation), which for
 * normal values is the standard deviation but is not moved by a few outliers. 3.5 is far off (Iglewicz and Hoaglin, "How
 * to Detect and Handle Outliers", 1993). Counts are small and their MAD is often 0, so the spread is never taken for less
 * than that of chance alone, the square root of the median (Poisson).
 */
final class Rhythm {
    /** From here on, a count is told. */
    static final double FAR = 3.5;

    /** Fewer articles more or less than usual are never told. */
    static final int LEAST = 5;

    /** Fewer earlier days than this make no rhythm. */
    static final int FEWEST_DAYS = 7;

    private Rhythm() {}

    /**
     * The score, if the count is worth telling; negative for too few.
     *
     * @param usual the counts of the same span before
     */
    static OptionalDouble unusual(long count, long[] usual) {
        if (usual.length < FEWEST_DAYS) {
            return OptionalDouble.empty();
        }
        double median = median(Arrays.stream(usual).asDoubleStream().toArray());
        double deviation = median(
                Arrays.stream(usual).mapToDouble(x -> Math.abs(x - median)).toArray());
        double spread = Math.max(1.4826 * deviation, Math.sqrt(Math.max(median, 1)));
        double score = (count - median) / spread;
        return Math.abs(score) >= FAR && Math.abs(count - median) >= LEAST
                ? OptionalDouble.of(score)
                : OptionalDouble.empty();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
