package dateline.query.significance;

/**
 * How strongly two things that articles may name belong together.
 *
 * @param together articles that name both
 * @param strength normalised pointwise mutual information, from -1 (never together) by 0 (as often as chance would have
 *     it) to 1 (never apart). Source: G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction",
 *     Proceedings of GSCL, 2009. High for rare things too, so look at {@code significance} as well
 * @param significance G² of {@link LogLikelihood}, negative if they meet more rarely than by chance; beyond ±10.8 in one
 *     of a thousand cases by chance
 */
public record Association(long together, double strength, double significance) {
    /** G² that chance exceeds in one of a thousand cases. */
    public static final double SIGNIFICANT = 10.83;

    /**
     * Measures it.
     *
     * @param together articles that name both
     * @param one articles that name the first
     * @param other articles that name the second
     * @param all articles in all
     */
    public static Association of(long together, long one, long other, long all) {
        if (together == 0 || one == 0 || other == 0 || all == 0) {
            double apart = one == 0 || other == 0 ? 0 : -LogLikelihood.of(0, one, other, Math.max(0, all - one));
            return new Association(together, one == 0 || other == 0 ? 0 : -1, apart);
        }
        double mutual = Math.log((double) together * all / ((double) one * other));
        double most = -Math.log((double) together / all);
        double significance = LogLikelihood.of(together, one, other - together, all - one);
        return new Association(
                together,
                // In every article: neither tells anything about the other.
                most == 0 ? 0 : Math.clamp(mutual / most, -1, 1),
                mutual < 0 ? -significance : significance);
    }

    /** Whether they meet more often than chance explains. */
    public boolean isPositive() {
        return significance >= SIGNIFICANT;
    }
}
