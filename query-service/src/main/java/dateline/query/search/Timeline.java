package dateline.query.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit unit;

        Interval(ChronoUnit unit) {
            this.unit = unit;
        }

        /** The bar that begins on this day. */
        public Bar bar(LocalDate from, long count) {
            return new Bar(from, from.plus(1, unit).minusDays(1), count);
        }

        /** The empty bar before one that begins on this day. */
        public Bar before(LocalDate from) {
            return bar(from.minus(1, unit), 0);
        }
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
