package dateline.query.rising;

import dateline.query.significance.LogLikelihood;

/**
 * A value that may have changed.
 *
 * @param id what to filter by
 * @param label what to show
 * @param articles how many articles of the window have it
 * @param of how many articles the window has
 * @param before how many articles of the baseline have it
 * @param ofBefore how many articles the baseline has
 */
record Candidate(String id, String label, long articles, long of, long before, long ofBefore) {
    /** G² of the two rates. */
    double g2() {
        return LogLikelihood.of(articles, of, before, ofBefore);
    }

    /** How many articles of the window would have it if nothing had changed. */
    double expected() {
        return (double) before * of / ofBefore;
    }

    /** Whether its rate is higher than it was. */
    boolean rises() {
        return (double) articles * ofBefore > (double) before * of;
    }
}
