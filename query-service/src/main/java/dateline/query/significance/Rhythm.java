package dateline.query.significance;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much something's rate goes up and down by itself, from slice to slice of a time. News comes in bursts: articles of
 * one story are not independent of each other, so that G² alone takes every story for a change. Here it is divided by how
 * many times more the slices differ than independent articles would (a quasi-likelihood), and weighed by how few slices
 * that was read from. Source: P. McCullagh, J. A. Nelder, "Generalized Linear Models", 2nd edition, 1989, sections 4.5
 * and 9.2.
 *
 * @param dispersion variance by that of independent articles (X² by degrees of freedom); at least 1
 * @param slices how many slices it was read from
 */
public record Rhythm(double dispersion, int slices) {
    private static final int FEWEST = 3;

    /**
     * Reads it from the slices; those without any article say nothing.
     *
     * @param hits in each slice, how many articles count
     * @param of in each slice, how many articles there are
     */
    public static Rhythm of(long[] hits, long[] of) {
        long allHits = 0;
        long all = 0;
        int slices = 0;
        for (int i = 0; i < of.length; i++) {
            allHits += hits[i];
            all += of[i];
            slices += of[i] > 0 ? 1 : 0;
        }
        if (slices < FEWEST || allHits == 0 || allHits == all) {
            return new Rhythm(1, slices);
        }
        double rate = (double) allHits / all;
        double x2 = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] > 0) {
                double surprise = hits[i] - of[i] * rate;
                x2 += surprise * surprise / (of[i] * rate * (1 - rate));
            }
        }
        return new Rhythm(Math.max(1, x2 / (slices - 1)), slices);
    }

    /** What is left of a G² when the usual ups and downs are taken off. */
    public double adjusted(double g2) {
        return g2 / dispersion;
    }

    /** The chance of such a G² where nothing but the usual ups and downs is at work, from 0 to 1. */
    public double chance(double g2) {
        if (slices < FEWEST) {
            return LogLikelihood.chance(g2);
        }
        // F with 1 and n degrees of freedom is the square of Student's t with n.
        return Math.min(1, 2 * TDistribution.of(slices - 1.0).survivalProbability(Math.sqrt(adjusted(g2))));
    }
}
