package dateline.ingest.date;

import dateline.contract.ArticleDate.Precision;
import dateline.ingest.date.DateParser.CalendarDay;
import dateline.ingest.date.DateTokens.Token;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds year, month and day among the tokens that are no part of the time. */
final class CalendarReader {
    private static final String[] SOLAR_MONTHS = {
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"
    };

    private final TokenCursor cursor;
    private final boolean monthFirst;

    private CalendarReader(TokenCursor cursor, boolean monthFirst) {
        this.cursor = cursor;
        this.monthFirst = monthFirst;
    }

    /**
     * The day; null if the text states none.
     *
     * @param monthFirst whether slashes follow the American order where both are possible
     */
    static @Nullable CalendarDay read(TokenCursor cursor, boolean monthFirst) {
        CalendarReader reader = new CalendarReader(cursor, monthFirst);
        CalendarDay named = reader.namedMonth();
        return named != null ? named : reader.numbers();
    }

    private @Nullable CalendarDay namedMonth() {
        int month = 0;
        for (int i = 0; i < cursor.size(); i++) {
            if (!cursor.isFreeWord(i)) {
                continue;
            }
            int found = monthAt(i);
            // "mar" is March, but also mardi and martes: a later month or a number beside it decides.
            boolean weekdayToo = MonthNames.weekday(cursor.get(i).text()).isPresent();
            if (found > 0 && !(weekdayToo && hasLaterMonth(i))) {
                month = found;
                break;
            }
        }
        return month == 0 ? null : dayAndYear(month);
    }

    private boolean hasLaterMonth(int from) {
        for (int i = from + 1; i < cursor.size(); i++) {
            if (cursor.isFreeWord(i) && MonthNames.month(cursor.get(i).text()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private int monthAt(int i) {
        String word = cursor.get(i).text();
        if (cursor.isFreeWord(i + 1)) {
            int both = MonthNames.month(word + " " + cursor.get(i + 1).text()).orElse(0);
            if (both > 0) {
                cursor.use(i, i + 2);
                return both;
            }
        }
        int month = MonthNames.month(word).orElse(0);
        if (month == 0 && word.startsWith("de") && word.length() > 3) {
            month = MonthNames.month(word.substring(2)).orElse(0);
        }
        if (month == 0 && (word.startsWith("d'") || word.startsWith("ב"))) {
            month = MonthNames.month(word.substring(word.startsWith("d'") ? 2 : 1))
                    .orElse(0);
        }
        if (hasSolarYear()) {
            for (int m = 0; m < SOLAR_MONTHS.length; m++) {
                month = SOLAR_MONTHS[m].equals(word) ? m + 1 : month;
            }
        }
        if (month > 0) {
            cursor.use(i, i + 1);
        }
        return month;
    }

    private boolean hasSolarYear() {
        for (int i : cursor.freeNumbers()) {
            Token token = cursor.get(i);
            if (token.digits() == 4 && token.value() >= 1_300 && token.value() <= 1_500) {
                return true;
            }
        }
        return false;
    }

    private @Nullable CalendarDay dayAndYear(int month) {
        List<Integer> free = cursor.freeNumbers();
        if (free.isEmpty()) {
            return null;
        }
        Token first = cursor.get(free.get(0));
        if (free.size() == 1) {
            if (first.digits() != 4) {
                return null;
            }
            useNumber(free.get(0));
            return new CalendarDay((int) first.value(), month, 1, Precision.MONTH);
        }
        Token second = cursor.get(free.get(1));
        boolean yearFirst = first.digits() > 2 || first.value() > 31;
        Token year = yearFirst ? first : second;
        Token day = yearFirst ? second : first;
        if (day.digits() > 2 || year.digits() == 1 || year.digits() > 4) {
            return null;
        }
        useNumber(free.get(0));
        useNumber(free.get(1));
        return new CalendarDay(year(year), month, (int) day.value(), Precision.DAY);
    }

    private @Nullable CalendarDay numbers() {
        List<Integer> free = cursor.freeNumbers();
        if (free.isEmpty()) {
            return null;
        }
        int at = free.get(0);
        Token first = cursor.get(at);
        if (first.digits() == 8 && free.size() == 1) {
            useNumber(at);
            return new CalendarDay(
                    (int) (first.value() / 10_000),
                    (int) (first.value() / 100 % 100),
                    (int) (first.value() % 100),
                    Precision.DAY);
        }
        if (first.digits() == 4
                && cursor.isSign(at + 1, "-")
                && cursor.isFree(at + 2)
                && cursor.get(at + 2).is("w")) {
            return week(at);
        }
        boolean third = free.size() >= 3 && joined(free.get(0), free.get(1)) && joined(free.get(1), free.get(2));
        if (third) {
            CalendarDay day = three(free);
            if (day != null) {
                return day;
            }
        }
        if (free.size() >= 2 && joined(free.get(0), free.get(1))) {
            return two(free);
        }
        if (free.size() == 1 && first.digits() == 4) {
            useNumber(at);
            return new CalendarDay((int) first.value(), 1, 1, Precision.YEAR);
        }
        if (free.size() == 1 && first.digits() == 7) {
            return ordinal(at, (int) (first.value() / 1_000), (int) (first.value() % 1_000));
        }
        return null;
    }

    /** Whether two numbers are parts of one date: a sign of dates stands between them. */
    private boolean joined(int left, int right) {
        if (right - left > 3) {
            return false;
        }
        String sign = cursor.get(left + 1).text();
        return right - left >= 2 && "-/.年月년월,".contains(sign)
                || right - left == 1 && cursor.get(right).spaced();
    }

    private @Nullable CalendarDay three(List<Integer> free) {
        Token a = cursor.get(free.get(0));
        Token b = cursor.get(free.get(1));
        Token c = cursor.get(free.get(2));
        if (b.digits() > 2 || Math.max(a.digits(), c.digits()) > 4 || a.digits() == 3 || c.digits() == 3) {
            return null;
        }
        String sign = cursor.get(free.get(0) + 1).text();
        CalendarDay day;
        if (a.digits() == 4) {
            boolean swapped = b.value() > 12 && c.value() <= 12 && !sign.equals("-");
            day = new CalendarDay(
                    (int) a.value(), (int) (swapped ? c : b).value(), (int) (swapped ? b : c).value(), Precision.DAY);
        } else if (c.digits() == 2 && (sign.equals("-") && b.value() <= 12 && c.value() <= 31 || a.value() > 31)) {
            day = new CalendarDay(year(a), (int) b.value(), (int) c.value(), Precision.DAY);
        } else {
            boolean american = b.value() > 12 || a.value() <= 12 && monthFirst && !sign.equals(".");
            day = new CalendarDay(
                    year(c), (int) (american ? a : b).value(), (int) (american ? b : a).value(), Precision.DAY);
        }
        free.subList(0, 3).forEach(this::useNumber);
        return day;
    }

    private @Nullable CalendarDay two(List<Integer> free) {
        Token a = cursor.get(free.get(0));
        Token b = cursor.get(free.get(1));
        if (a.digits() == 4 && b.digits() == 3) {
            useNumber(free.get(0));
            return ordinal(free.get(1), (int) a.value(), (int) b.value());
        }
        boolean yearFirst = a.digits() == 4 && b.digits() <= 2;
        if (!yearFirst && !(a.digits() <= 2 && b.digits() == 4)) {
            return null;
        }
        useNumber(free.get(0));
        useNumber(free.get(1));
        return new CalendarDay(
                (int) (yearFirst ? a : b).value(), (int) (yearFirst ? b : a).value(), 1, Precision.MONTH);
    }

    private CalendarDay ordinal(int at, int year, int dayOfYear) {
        useNumber(at);
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
        return new CalendarDay(year, date.getMonthValue(), date.getDayOfMonth(), Precision.DAY);
    }

    private @Nullable CalendarDay week(int at) {
        if (!cursor.isFreeNumber(at + 3)) {
            return null;
        }
        int day = 1;
        int end = at + 4;
        if (cursor.isSign(end, "-") && cursor.isFreeNumber(end + 1)) {
            day = (int) cursor.get(end + 1).value();
            end += 2;
        }
        LocalDate date = LocalDate.of((int) cursor.get(at).value(), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, cursor.get(at + 3).value())
                .with(java.time.temporal.ChronoField.DAY_OF_WEEK, day);
        cursor.use(at, end);
        return new CalendarDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), Precision.DAY);
    }

    private void useNumber(int at) {
        cursor.use(at, at + 1);
    }

    private static int year(Token token) {
        if (token.digits() > 2) {
            return (int) token.value();
        }
        return (int) (token.value() + (token.value() < 90 ? 2_000 : 1_900));
    }
}
