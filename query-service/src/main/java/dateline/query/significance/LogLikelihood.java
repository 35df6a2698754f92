package dateline.query.significance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The log-likelihood ratio G² of two proportions: how much likelier two counts are if each group has a rate of its own
 * than if both have the same. It stays right where counts are small, unlike Pearson's X². Source: T. Dunning, "Accurate
 * Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993.
 */
public final class LogLikelihood {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    private LogLikelihood() {}

    /**
     * G² of two groups.
     *
     * @param hits those of the first group that count, from 0 to {@code of}
     * @param of how many there are in the first group
     * @param otherHits those of the second group that count
     * @param otherOf how many there are in the second group
     * @return 0 if the rates are the same or a group is empty, and more the surer it is that they differ
     */
    public static double of(long hits, long of, long otherHits, long otherOf) {
        if (of == 0 || otherOf == 0) {
            return 0;
        }
        double rate = (double) (hits + otherHits) / (of + otherOf);
        double sum = term(hits, of * rate)
                + term(of - hits, of * (1 - rate))
                + term(otherHits, otherOf * rate)
                + term(otherOf - otherHits, otherOf * (1 - rate));
        // Rounding may leave a little less than nothing.
        return Math.max(0, 2 * sum);
    }

    /** The chance of a G² at least as large where the rates are the same: χ² with one degree of freedom. From 0 to 1. */
    public static double chance(double g2) {
        return ONE_DEGREE.survivalProbability(g2);
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
