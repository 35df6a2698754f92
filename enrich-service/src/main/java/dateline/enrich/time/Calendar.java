package dateline.enrich.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Reads what is said of days and months against the day of publication. */
final class Calendar {
    private static final int WEEK = 7;

    private final LocalDate today;

    Calendar(LocalDate today) {
        this.today = today;
    }

    /** Today if it is that day, else the nearest in that direction. */
    LocalDate weekday(int day, boolean future) {
        DayOfWeek wanted = DayOfWeek.of(day);
        return today.with(future ? TemporalAdjusters.nextOrSame(wanted) : TemporalAdjusters.previousOrSame(wanted));
    }

    LocalDate nextWeekday(int day) {
        return today.with(TemporalAdjusters.next(DayOfWeek.of(day)));
    }

    LocalDate lastWeekday(int day) {
        return today.with(TemporalAdjusters.previous(DayOfWeek.of(day)));
    }

    /** A month without a year: the one in that direction; without one, the nearest. */
    YearMonth month(int month, @Nullable Boolean future) {
        YearMonth same = YearMonth.of(today.getYear(), month);
        int distance = month - today.getMonthValue();
        if (future == null) {
            return distance > 6 ? same.minusYears(1) : distance < -5 ? same.plusYears(1) : same;
        }
        if (future) {
            return distance < 0 ? same.plusYears(1) : same;
        }
        return distance > 0 ? same.minusYears(1) : same;
    }

    /**
     * A day of a month without a year: the nearest, or the nearest to come; null if there is no such day.
     *
     * @param ahead whether it must not lie before publication
     */
    @Nullable
    LocalDate day(int month, int day, boolean ahead) {
        LocalDate nearest = null;
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            LocalDate date = day(year, month, day);
            boolean allowed = date != null && !(ahead && date.isBefore(today));
            if (date != null && allowed && (nearest == null || distance(date) < distance(nearest))) {
                nearest = date;
            }
        }
        return nearest;
    }

    static @Nullable LocalDate day(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
    }

    private long distance(LocalDate date) {
        return Math.abs(ChronoUnit.DAYS.between(today, date));
    }

    String day(int offset) {
        return today.plusDays(offset).toString();
    }

    /** The value of {@code week-1}, {@code month+0}, {@code year+1}, {@code weekend+0}, {@code decade…} and the like. */
    String period(String unit, int offset) {
        return switch (unit) {
            case "week" -> week(today.plusDays((long) WEEK * offset));
            case "weekend" -> {
                LocalDate saturday = today.with(DayOfWeek.SATURDAY).plusDays((long) WEEK * offset);
                yield saturday + "/" + saturday.plusDays(1);
            }
            case "month" -> YearMonth.from(today).plusMonths(offset).toString();
            case "year" -> String.valueOf(today.getYear() + offset);
            default -> throw new IllegalStateException("no such period: " + unit);
        };
    }

    static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    int year() {
        return today.getYear();
    }
}
