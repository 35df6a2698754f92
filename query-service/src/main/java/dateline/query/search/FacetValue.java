package dateline.query.search;

/**
 * How many of the found articles have a value.
 *
 * @param value what to filter by
 * @param label what to show
 * @param count how many articles
 */
public record FacetValue(String value, String label, long count) {}
