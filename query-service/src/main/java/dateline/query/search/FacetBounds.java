package dateline.query.search;

/**
 * How exact a facet is.
 *
 * @param error by how much a count may be too low, at most; 0 means exact
 * @param others how many times articles have values that are not shown
 */
public record FacetBounds(long error, long others) {}
