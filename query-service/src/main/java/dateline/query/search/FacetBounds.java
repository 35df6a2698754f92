package dateline.query.search;

/**
 * How exact a facet is.
 *
 * @param error by how much a count may be off at most; 0 means exact. Of counts from a sample, 997 in 1,000 keep it
 * @param others how many times articles have values that are not shown
 * @param share of the found articles that was counted: 1 means all of them, otherwise a random sample stands for all
 */
public record FacetBounds(long error, long others, double share) {
    /** Whether the counts are of a sample. */
    public boolean sampled() {
        return share < 1;
    }
}
