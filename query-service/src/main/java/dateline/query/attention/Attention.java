package dateline.query.attention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many of the found articles were published when.
 *
 * @param interval the time each bar stands for
 * @param zone the time zone whose minutes, days, months they are
 * @param total how many articles were found
 * @param independent how many of them are no reprints
 * @param dayOnly how many of them have a date without a time; in bars shorter than a day they all stand in the day's first
 * @param earlier how many are older than the first bar; only where bars would have been too many
 * @param bars in order of time, without gaps
 */
public record Attention(
        Interval interval, String zone, long total, long independent, long dayOnly, long earlier, List<Bar> bars) {
    public Attention {
        bars = List.copyOf(bars);
    }

    /**
     * A span of time.
     *
     * @param from its beginning
     * @param until its end, not included
     * @param count how many of the found articles
     * @param independent how many of those are no reprints
     * @param all how many articles there are in all
     * @param allIndependent how many of all are no reprints
     * @param share count by all, from 0 to 1; none where there is no article at all
     * @param independentShare the same without reprints
     */
    public record Bar(
            Instant from,
            Instant until,
            long count,
            long independent,
            long all,
            long allIndependent,
            @Nullable Double share,
            @Nullable Double independentShare) {
        static Bar of(Instant from, Instant until, long count, long independent, long all, long allIndependent) {
            return new Bar(
                    from,
                    until,
                    count,
                    independent,
                    all,
                    allIndependent,
                    Attention.share(count, all),
                    Attention.share(independent, allIndependent));
        }
    }

    /** A part of a whole, from 0 to 1; none if there is no whole. */
    public static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
