package dateline.ingest.date;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The calendar of Iran, by the 33-year cycle of leap years, which agrees with the astronomical one for the years 1300 to
 * 1500 but for a day at most.
 */
final class SolarHijri {
    /** 1 Farvardin 1300. */
    private static final LocalDate START = LocalDate.of(1921, 3, 21);

    private static final int FIRST_YEAR = 1_300;

    private SolarHijri() {}

    /** The same day in the Gregorian calendar. */
    static LocalDate toDate(int year, int month, int day) {
        int longest = month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
        if (month < 1 || month > 12 || day < 1 || day > longest) {
            throw new DateTimeException("no day " + year + "-" + month + "-" + day);
        }
        int days = day - 1 + (month <= 7 ? (month - 1) * 31 : 6 * 31 + (month - 7) * 30);
        for (int y = FIRST_YEAR; y < year; y++) {
            days += isLeap(y) ? 366 : 365;
        }
        return START.plusDays(days);
    }

    private static boolean isLeap(int year) {
        return switch (year % 33) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }
}
