package dateline.query.compare;

import dateline.query.attention.Interval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several queries over the same time.
 *
 * @param interval the time each bar stands for
 * @param zone the time zone whose days, months they are
 * @param edges where the bars begin, in order, and where the last one ends; none at all if nothing was found
 * @param all in each bar, how many articles there are in all
 * @param allIndependent in each bar, how many of all are no reprints
 * @param total how many articles any of the queries finds
 * @param queries the queries, in the order they were given
 */
public record Comparison(
        Interval interval,
        String zone,
        List<Instant> edges,
        long[] all,
        long[] allIndependent,
        long total,
        List<Series> queries) {
    public Comparison {
        edges = List.copyOf(edges);
        queries = List.copyOf(queries);
    }

    /**
     * One of the queries.
     *
     * @param query its parameters, as given
     * @param total how many articles it finds
     * @param independent how many of them are no reprints
     * @param voice its total by the sum of all queries' totals, from 0 to 1; an article that several of them find counts
     *     for each; none if nothing was found
     * @param independentVoice the same without reprints
     * @param overlap how many articles it has in common with each of the queries, in their order; with itself, its total
     * @param counts in each bar, how many articles
     * @param independentCounts in each bar, how many of them are no reprints
     */
    public record Series(
            String query,
            long total,
            long independent,
            @Nullable Double voice,
            @Nullable Double independentVoice,
            long[] overlap,
            long[] counts,
            long[] independentCounts) {}
}
