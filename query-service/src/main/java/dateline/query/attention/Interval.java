package dateline.query.attention;

import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How much time a bar stands for, by the calendar of a time zone. Weeks begin on Monday. */
public enum Interval {
    MINUTE(CalendarInterval.Minute, ChronoUnit.MINUTES),
    HOUR(CalendarInterval.Hour, ChronoUnit.HOURS),
    DAY(CalendarInterval.Day, ChronoUnit.DAYS),
    WEEK(CalendarInterval.Week, ChronoUnit.WEEKS),
    MONTH(CalendarInterval.Month, ChronoUnit.MONTHS),
    YEAR(CalendarInterval.Year, ChronoUnit.YEARS);

    private final CalendarInterval calendar;
    private final ChronoUnit unit;

    Interval(CalendarInterval calendar, ChronoUnit unit) {
        this.calendar = calendar;
        this.unit = unit;
    }

    CalendarInterval calendar() {
        return calendar;
    }

    /** Whether it is shorter than the day that most dates are only known to. */
    boolean isPartOfDay() {
        return this == MINUTE || this == HOUR;
    }

    /** About how many there are in a time, rounded up. */
    long in(Instant from, Instant until) {
        return Duration.between(from, until).dividedBy(unit.getDuration()) + 1;
    }

    /** The beginning of the bar that an instant lies in. */
    Instant begin(Instant instant, ZoneId zone) {
        LocalDateTime local = instant.atZone(zone).toLocalDateTime();
        if (isPartOfDay()) {
            // Counted back from the instant and not from the local time, which comes twice when clocks are put back.
            return instant.minus(Duration.between(local.truncatedTo(unit), local));
        }
        LocalDate day = local.toLocalDate();
        LocalDate first = switch (this) {
            case MINUTE, HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
        return first.atStartOfDay(zone).toInstant();
    }

    /** The beginning of the bar after one that begins here. */
    Instant next(Instant begin, ZoneId zone) {
        if (isPartOfDay()) {
            return begin.plus(1, unit);
        }
        return begin.atZone(zone).toLocalDate().plus(1, unit).atStartOfDay(zone).toInstant();
    }
}
