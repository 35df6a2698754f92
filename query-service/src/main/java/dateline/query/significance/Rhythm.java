package dateline.query.significance;

import java.util.Collection;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much something's rate goes up and down by itself, from slice to slice of a time. News comes in bursts: articles of
 * one story are not independent of each other, so that G² alone takes every story for a change. Here it is divided by how
 * many times more the slices differ than independent articles would (a quasi-likelihood), and weighed by how surely that
 * is known. Source: P. McCullagh, J. A. Nelder, "Generalized Linear Models", 2nd edition, 1989, sections 4.5 and 9.2.
 *
 * <p>Of what is rare the slices tell little, so it is taken to be as uneven as things usually are, the more the rarer it
 * is; the idea is that of M. D. Robinson, G. K. Smyth, "Moderated statistical tests for assessing differences in tag
 * abundance", Bioinformatics 23(21), 2007.
 *
 * @param dispersion variance by that of independent articles (X² by degrees of freedom)
 * @param hits how many articles it was read from
 * @param freedom degrees of freedom it is known with; 0 if nothing is known
 */
public record Rhythm(double dispersion, long hits, double freedom) {
    /** So many articles tell as much of a thing's own rhythm as the others tell of it. */
    private static final double HALF_OWN = 30;

    private static final int FEWEST_SLICES = 3;
    private static final double MOST_FREEDOM = 1e6;

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
        if (slices < FEWEST_SLICES) {
            return new Rhythm(1, allHits, 0);
        }
        if (allHits == 0 || allHits == all) {
            return new Rhythm(1, allHits, slices - 1.0);
        }
        double rate = (double) allHits / all;
        double x2 = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] > 0) {
                double surprise = hits[i] - of[i] * rate;
                x2 += surprise * surprise / (of[i] * rate * (1 - rate));
            }
        }
        return new Rhythm(x2 / (slices - 1), allHits, slices - 1.0);
    }

    /** The usual dispersion: the median of those that are known from enough articles, at least 1. */
    public static double usual(Collection<Rhythm> rhythms) {
        double[] known = rhythms.stream()
                .filter(rhythm -> rhythm.hits() >= HALF_OWN && rhythm.freedom() > 0)
                .mapToDouble(Rhythm::dispersion)
                .sorted()
                .toArray();
        return known.length == 0 ? 1 : Math.max(1, known[known.length / 2]);
    }

    /** This rhythm, drawn towards what is usual, the more the fewer articles it was read from. */
    public Rhythm among(double usual) {
        double own = hits / (hits + HALF_OWN);
        return new Rhythm(
                Math.max(1, own * dispersion + (1 - own) * usual),
                hits,
                // The variance of the sum of a well-known and a little-known part.
                Math.min(MOST_FREEDOM, own == 0 ? MOST_FREEDOM : freedom / (own * own)));
    }

    /** What is left of a G² when the usual ups and downs are taken off. */
    public double adjusted(double g2) {
        return g2 / Math.max(1, dispersion);
    }

    /** The chance of such a G² where nothing but the usual ups and downs is at work, from 0 to 1. */
    public double chance(double g2) {
        if (freedom == 0) {
            return LogLikelihood.chance(adjusted(g2));
        }
        // F with 1 and n degrees of freedom is the square of Student's t with n.
        return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(Math.sqrt(adjusted(g2))));
    }
}
