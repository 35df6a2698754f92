package dateline.query.attention;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import dateline.query.search.InvalidParameter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a chart over time, without gaps.
 *
 * @param interval the time each stands for
 * @param zone whose calendar it is
 * @param edges where they begin, in order, and where the last one ends; none at all if there is no bar
 */
public record Bars(Interval interval, ZoneId zone, List<Instant> edges) {
    /** Most bars there can be. */
    static final int MOST = 1_000;

    /** Most bars that are made where no interval was asked for, but for years. */
    static final int READABLE = 120;

    public Bars {
        edges = List.copyOf(edges);
    }

    /** No bars, where there is nothing to show. */
    static Bars none(Interval interval, ZoneId zone) {
        return new Bars(interval, zone, List.of());
    }

    /**
     * The bars of a time.
     *
     * @param from in the first bar
     * @param until the end of the time, not included itself
     * @param asked the interval; none for the shortest that gives at most {@value #READABLE} bars
     * @param byDay whether days are the shortest that make sense
     * @throws InvalidParameter if these would be more than {@value #MOST} bars
     */
    static Bars between(Instant from, Instant until, ZoneId zone, @Nullable Interval asked, boolean byDay) {
        if (!from.isBefore(until)) {
            return none(asked == null ? Interval.DAY : asked, zone);
        }
        Interval interval = asked == null ? fitting(from, until, byDay) : asked;
        if (asked != null && asked.in(from, until) > MOST) {
            throw new InvalidParameter(
                    "interval",
                    "would make %d bars, more than %d; %s is the shortest possible"
                            .formatted(asked.in(from, until), MOST, name(possible(from, until))));
        }
        Instant first = interval.begin(from, zone);
        if (interval == Interval.YEAR && interval.in(from, until) > MOST) {
            // A date in antiquity is a mistake; the chart shows what is not.
            first = interval.begin(until.atZone(zone).minusYears(MOST - 1L).toInstant(), zone);
        }
        List<Instant> edges = new ArrayList<>();
        for (Instant edge = first; edge.isBefore(until); edge = interval.next(edge, zone)) {
            edges.add(edge);
        }
        edges.add(interval.next(edges.getLast(), zone));
        return new Bars(interval, zone, edges);
    }

    private static Interval fitting(Instant from, Instant until, boolean byDay) {
        for (Interval interval : Interval.values()) {
            if (interval.in(from, until) <= READABLE && !(byDay && interval.isPartOfDay())) {
                return interval;
            }
        }
        return Interval.YEAR;
    }

    private static Interval possible(Instant from, Instant until) {
        for (Interval interval : Interval.values()) {
            if (interval.in(from, until) <= MOST) {
                return interval;
            }
        }
        return Interval.YEAR;
    }

    private static String name(Interval interval) {
        return interval.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How many bars. */
    public int size() {
        return Math.max(0, edges.size() - 1);
    }

    /** Where a bar begins. */
    public Instant from(int bar) {
        return edges.get(bar);
    }

    /** Where a bar ends; that instant is in the next one. */
    public Instant until(int bar) {
        return edges.get(bar + 1);
    }

    /** Counts articles into these bars. */
    Aggregation counting() {
        return Aggregation.of(aggregation -> aggregation.dateHistogram(histogram -> histogram
                .field("published.at")
                .calendarInterval(interval.calendar())
                .timeZone(zone.getId())
                .minDocCount(1)));
    }

    /** The counts, with a nought for each empty bar. */
    long[] counts(List<DateHistogramBucket> buckets) {
        long[] counts = new long[size()];
        for (DateHistogramBucket bucket : buckets) {
            int bar = at(Instant.ofEpochMilli(bucket.key()));
            if (bar >= 0) {
                counts[bar] += bucket.docCount();
            }
        }
        return counts;
    }

    /** The bar that an instant lies in, or -1. */
    int at(Instant instant) {
        int found = Collections.binarySearch(edges, instant);
        int bar = found >= 0 ? found : -found - 2;
        return bar < size() ? bar : -1;
    }
}
