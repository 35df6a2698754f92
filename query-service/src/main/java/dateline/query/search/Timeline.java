package dateline.query.search;

import java.time.LocalDate;
import java.util.List;

/**
 * How many of the found articles were published when, in UTC.
 *
 * @param interval the length of each bar's time
 * @param bars in order of time, without gaps
 */
public record Timeline(Interval interval, List<Bar> bars) {
    public Timeline {
        bars = List.copyOf(bars);
    }

    /** The length of a bar's time, a unit of the calendar. */
    public enum Interval {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /**
     * A span of time.
     *
     * @param from its first day
     * @param to its last day
     * @param count how many articles
     */
    public record Bar(LocalDate from, LocalDate to, long count) {}
}
