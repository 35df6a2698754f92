package dateline.ingest.date;

import dateline.contract.ArticleDate.Precision;
import dateline.ingest.date.DateParser.ClockTime;
import dateline.ingest.date.DateTokens.Token;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the time of day, its half of the day and its zone among the tokens. */
final class ClockReader {
    private static final Set<String> MORNING =
            Set.of("am", "пп", "πμ", "上午", "午前", "오전", "凌晨", "早上", "صباحا", "صباحًا", "ص", "öö", "dop", "delop");
    private static final Set<String> AFTERNOON =
            Set.of("pm", "μμ", "下午", "午後", "午后", "오후", "晚上", "مساء", "مساءً", "م", "ös", "odp");
    private static final Set<String> HOUR_SIGNS = Set.of("h", "時", "时", "點", "点", "시", "ч", "год");
    private static final Set<String> MINUTE_SIGNS = Set.of("分", "분", "m", "min", "мин", "хв");
    private static final Set<String> SECOND_SIGNS = Set.of("秒", "초", "s", "sec", "с");

    private final TokenCursor cursor;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private Precision precision = Precision.MINUTE;
    private @Nullable Integer offset;
    private boolean twelveHour;
    private boolean american;

    private ClockReader(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** The time and its zone; null if the text has none or an impossible one. */
    static @Nullable ClockTime read(TokenCursor cursor) {
        ClockReader reader = new ClockReader(cursor);
        for (int i = 0; i < cursor.size(); i++) {
            if (cursor.isFreeNumber(i)) {
                int end = reader.clock(i);
                if (end > 0) {
                    return reader.finish(i, end);
                }
            }
        }
        return null;
    }

    /** A time with a dot, such as 9.05, once the date itself has been read. */
    static @Nullable ClockTime readDotted(TokenCursor cursor) {
        for (int i = 0; i + 2 < cursor.size(); i++) {
            if (cursor.isFreeNumber(i)
                    && cursor.isSign(i + 1, ".")
                    && cursor.isFreeNumber(i + 2)
                    && cursor.get(i + 2).digits() == 2
                    && !cursor.get(i + 2).spaced()) {
                ClockReader reader = new ClockReader(cursor);
                reader.hour = (int) cursor.get(i).value();
                reader.minute = (int) cursor.get(i + 2).value();
                return reader.finish(i, i + 3);
            }
        }
        return null;
    }

    private @Nullable ClockTime finish(int start, int end) {
        cursor.use(start, end);
        int afterHalf = halfOfDay(start, end);
        if (hour > 24 || minute > 59 || second > 60 || hour == 24 && minute + second > 0) {
            return null;
        }
        zone(afterHalf);
        return new ClockTime(hour, minute, second, nano, offset, precision, twelveHour, american);
    }

    /** Reads a clock that begins at the token; the index after it, or 0 if none begins there. */
    private int clock(int i) {
        Token first = cursor.get(i);
        if (first.digits() <= 2 && cursor.isSign(i + 1, ":") && cursor.isFreeNumber(i + 2)) {
            return colons(i);
        }
        boolean afterT = i > 1
                && cursor.isFree(i - 1)
                && cursor.get(i - 1).is("t")
                && cursor.get(i - 2).isNumber();
        if (afterT) {
            return compact(i);
        }
        if (first.digits() <= 2
                && cursor.isFree(i + 1)
                && HOUR_SIGNS.contains(cursor.get(i + 1).text())) {
            return signs(i);
        }
        if (first.digits() == 14 || first.digits() == 12) {
            return 0;
        }
        if (first.digits() <= 2 && half(i + 1) != 0 && first.value() >= 1 && first.value() <= 12) {
            hour = (int) first.value();
            precision = Precision.HOUR;
            return i + 1;
        }
        return 0;
    }

    private int colons(int i) {
        hour = (int) cursor.get(i).value();
        minute = (int) Math.min(99, cursor.get(i + 2).value());
        int end = i + 3;
        if (cursor.isSign(end, ":") && cursor.isFreeNumber(end + 1)) {
            second = (int) Math.min(99, cursor.get(end + 1).value());
            precision = Precision.SECOND;
            end += 2;
            boolean fraction = cursor.isSign(end, ".") || cursor.isSign(end, ",") || cursor.isSign(end, ":");
            if (fraction && cursor.isFreeNumber(end + 1) && !cursor.get(end + 1).spaced()) {
                nano = nanos(cursor.get(end + 1));
                end += 2;
            }
        }
        return end;
    }

    private int compact(int i) {
        Token digits = cursor.get(i);
        long value = digits.value();
        switch (digits.digits()) {
            case 1, 2 -> {
                hour = (int) value;
                precision = Precision.HOUR;
            }
            case 4 -> {
                hour = (int) (value / 100);
                minute = (int) (value % 100);
            }
            case 6 -> {
                hour = (int) (value / 10_000);
                minute = (int) (value / 100 % 100);
                second = (int) (value % 100);
                precision = Precision.SECOND;
            }
            default -> {
                return 0;
            }
        }
        if (cursor.isSign(i + 1, ".")
                && cursor.isFreeNumber(i + 2)
                && !cursor.get(i + 2).spaced()) {
            nano = nanos(cursor.get(i + 2));
            return i + 3;
        }
        return i + 1;
    }

    private int signs(int i) {
        hour = (int) cursor.get(i).value();
        precision = Precision.HOUR;
        int end = i + 2;
        if (!cursor.isFreeNumber(end) || cursor.get(end).digits() > 2) {
            return end;
        }
        minute = (int) cursor.get(end).value();
        precision = Precision.MINUTE;
        end++;
        if (!cursor.isFree(end) || !MINUTE_SIGNS.contains(cursor.get(end).text())) {
            return end;
        }
        end++;
        if (cursor.isFreeNumber(end)
                && cursor.isFree(end + 1)
                && SECOND_SIGNS.contains(cursor.get(end + 1).text())) {
            second = (int) cursor.get(end).value();
            precision = Precision.SECOND;
            end += 2;
        }
        return end;
    }

    /** Reads am or pm on either side of the clock; the index after it. */
    private int halfOfDay(int start, int end) {
        int after = half(end);
        int before = start > 0 ? half(start - 1) : 0;
        int half = after != 0 ? after : before;
        int next = end;
        if (after != 0) {
            next = end + (cursor.get(end).text().length() == 1 && cursor.isSign(end + 1, ".") ? 3 : 1);
            cursor.use(end, Math.min(next, cursor.size()));
            if (cursor.isSign(next, ".")) {
                next++;
            }
        } else if (before != 0) {
            cursor.use(start - 1, start);
        }
        if (half != 0 && hour <= 12) {
            twelveHour = true;
            hour = hour % 12 + (half > 0 ? 12 : 0);
        }
        return next;
    }

    /** -1 for a word of the morning, 1 for the afternoon, 0 for none. */
    private int half(int i) {
        if (!cursor.isFreeWord(i)) {
            return 0;
        }
        String word = cursor.get(i).text();
        if (cursor.isSign(i + 1, ".") && cursor.isFreeWord(i + 2) && word.length() == 1) {
            word += cursor.get(i + 2).text();
        }
        return MORNING.contains(word) ? -1 : AFTERNOON.contains(word) ? 1 : 0;
    }

    private void zone(int from) {
        int i = from;
        while (cursor.isSign(i, ",") || cursor.isSign(i, "(")) {
            i++;
        }
        if (cursor.isFreeWord(i) && isWeekdayOrMonth(i)) {
            return;
        }
        if (cursor.isFreeWord(i) && cursor.get(i).is("uhr")
                || cursor.isFreeWord(i) && cursor.get(i).is("hrs")) {
            cursor.use(i, i + 1);
            i++;
        }
        if (cursor.isFreeWord(i)) {
            i = namedZone(i);
        }
        int end = signedZone(i);
        if (end > i && cursor.isFreeWord(end) && Zones.minutes(cursor.get(end).text()) != null) {
            // "+0000 UTC" says the same twice; the number counts.
            cursor.use(end, end + 1);
        }
        if (offset == null) {
            lateZone(from);
        }
        comment(from);
    }

    private boolean isWeekdayOrMonth(int i) {
        String word = cursor.get(i).text();
        return MonthNames.month(word).isPresent()
                || MonthNames.weekday(word).isPresent() && Zones.minutes(word) == null;
    }

    private int namedZone(int i) {
        String name = cursor.get(i).text();
        Integer known = Zones.minutes(name);
        if (known == null) {
            // A name nobody knows is no reason to throw the whole date away.
            boolean isName =
                    name.length() >= 2 && name.length() <= 5 && name.chars().allMatch(c -> c < 128);
            if (isName && cursor.get(i).spaced()) {
                cursor.use(i, i + 1);
                return i + 1;
            }
            return i;
        }
        offset = known;
        american = Zones.isAmerican(name);
        cursor.use(i, i + 1);
        return i + 1;
    }

    private int signedZone(int i) {
        boolean plus = cursor.isSign(i, "+");
        if (!plus && !cursor.isSign(i, "-")
                || !cursor.isFreeNumber(i + 1)
                || cursor.get(i + 1).spaced()) {
            return i;
        }
        Token number = cursor.get(i + 1);
        int end = i + 2;
        long minutes;
        if (number.digits() <= 2) {
            minutes = number.value() * 60;
            if (cursor.isSign(end, ":") && cursor.isFreeNumber(end + 1)) {
                minutes += cursor.get(end + 1).value();
                end += 2;
            }
        } else if (number.digits() <= 4) {
            minutes = number.value() / 100 * 60 + number.value() % 100;
        } else {
            return i;
        }
        if (minutes > 18 * 60) {
            return i;
        }
        // "GMT-0500" means the offset, as does "UTC+3".
        offset = (int) (plus ? minutes : -minutes);
        cursor.use(i, end);
        return end;
    }

    /** A zone that does not follow the time at once, as in "10:00:00 2004 +0300". */
    private void lateZone(int from) {
        for (int i = from; i < cursor.size() && offset == null; i++) {
            if (cursor.isSign(i, "+")
                    || cursor.isSign(i, "-")
                            && cursor.get(i).spaced()
                            && cursor.isFreeNumber(i + 1)
                            && cursor.get(i + 1).digits() == 4
                            && cursor.freeNumbers().size() > 1
                            && i > from) {
                signedZone(i);
            } else if (cursor.isFreeWord(i)
                    && i > from
                    && Zones.minutes(cursor.get(i).text()) != null) {
                if (!isWeekdayOrMonth(i)) {
                    namedZone(i);
                }
            }
        }
    }

    /** A zone's name in brackets after its offset says nothing new. */
    private void comment(int from) {
        for (int i = from; i < cursor.size(); i++) {
            if (cursor.isSign(i, "(")) {
                for (int end = i + 1; end < cursor.size(); end++) {
                    if (cursor.get(end).is(")")) {
                        cursor.use(i, end + 1);
                        return;
                    }
                }
            }
        }
    }

    private static int nanos(Token fraction) {
        String digits = (fraction.text() + "000000000").substring(0, 9);
        return Integer.parseInt(digits);
    }
}
