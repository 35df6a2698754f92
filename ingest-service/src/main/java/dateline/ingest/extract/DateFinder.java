package dateline.ingest.extract;

import dateline.contract.ArticleDate.Precision;
import dateline.ingest.date.MonthNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates as people write them, in any of the languages of {@link MonthNames}. Holds no state but its tables. */
final class DateFinder {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NAME = "(\\p{L}[\\p{L}\\p{M}’']{1,18})";

    private static final Pattern ISO =
            Pattern.compile("(?<!\\d)(\\d{4})(-|/|\\.|\\.\\s)(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d.,/])(\\d{1,2})(\\.\\s?|/|-|\\.)(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d])(?!\\.\\d)");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(?<!\\d)(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월](?:\\s?(\\d{1,2})\\s?[日일号])?");
    private static final Pattern REIWA = Pattern.compile("(令和|平成|昭和)(元|\\d{1,2})年\\s?(\\d{1,2})月\\s?(\\d{1,2})日");
    private static final Pattern EAST_ASIAN_NO_YEAR =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号]");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![\\d.,:])(\\d{1,2})\\s?(?:st|nd|rd|th|er|ère|º|ª|°|ος|η|-?(?:го|е|ше|ci|cü|cı|nci|ти|ма|мая(?=\\s)))?\\.?[\\s\\u00a0,-]{0,2}(?:(?:de|of|ng|tháng)\\s|d['’]|ta['’])?"
                    + NAME + "\\.?,?(?:[\\s-]+(?:(?:de|del|di)\\s+)?(\\d{4})(?!\\d))?",
            FLAGS);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<![\\p{L}\\p{M}])" + NAME
                    + "\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:\\s?,\\s?|\\s+)?(?:(\\d{4})(?!\\d))?",
            FLAGS);
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)(?:\\. gada|\\.|,|\\s?m\\.|\\s?г\\.|-го|\\s?оны|\\s?წლის|\\s?թ\\.|-ci il|-жылы?|\\s?жылғы|\\s?ж\\.)?\\s+(?:(\\d{1,2})\\.?\\s+)?"
                    + NAME + "\\.?\\s*(?:(\\d{1,2})(?!\\d))?",
            FLAGS);
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:[,\\s]+(?:năm\\s+)?(\\d{4}))?", FLAGS);
    private static final Pattern MONTH_YEAR = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\d])(?<!\\d[\\s.]{1,2})" + NAME + "\\.?,?\\s+(?:de\\s+)?((?:19|20)\\d\\d)(?!\\d)",
            FLAGS);

    private final ClockTimes clocks = new ClockTimes();

    /**
     * The dates in a line, in reading order, none overlapping another.
     *
     * @param language BCP 47 tag of the text if known: it decides whether 3/4 is in March or April
     * @param seenAt the context for dates without a year: the last such day not after it
     * @param withoutYear whether to look for dates without a year at all
     */
    List<FoundDate> find(String line, @Nullable String language, Instant seenAt, boolean withoutYear) {
        String text = asciiDigits(line.length() > 600 ? line.substring(0, 600) : line);
        if (!hasDigit(text)) {
            return List.of();
        }
        List<FoundDate> found = new ArrayList<>();
        iso(text, found);
        if (text.indexOf('月') >= 0 || text.indexOf('월') >= 0) {
            eastAsian(text, seenAt, withoutYear, found);
        }
        numeric(text, language, seenAt, found);
        named(text, seenAt, withoutYear, found);
        found.sort(Comparator.comparingInt(FoundDate::start)
                .thenComparing(date -> date.precision().ordinal())
                .thenComparing(Comparator.comparingInt(FoundDate::end).reversed()));
        List<FoundDate> apart = new ArrayList<>();
        int end = -1;
        for (FoundDate date : found) {
            if (date.start() >= end) {
                apart.add(date);
                end = date.end();
            }
        }
        return apart;
    }

    private void iso(String text, List<FoundDate> found) {
        Matcher iso = ISO.matcher(text);
        for (int from = 0; findAtNumber(iso, text, from, 4, 4); from = iso.end()) {
            add(
                    found,
                    text,
                    number(iso.group(1)),
                    number(iso.group(3)),
                    number(iso.group(4)),
                    true,
                    iso.start(),
                    iso.end());
        }
        Matcher compact = COMPACT.matcher(text);
        for (int from = 0; text.length() <= 20 && findAtNumber(compact, text, from, 8, 8); from = compact.end()) {
            add(
                    found,
                    text,
                    number(compact.group(1)),
                    number(compact.group(2)),
                    number(compact.group(3)),
                    true,
                    compact.start(),
                    compact.end());
        }
    }

    private void eastAsian(String text, Instant seenAt, boolean withoutYear, List<FoundDate> found) {
        Matcher full = EAST_ASIAN.matcher(text);
        while (full.find()) {
            if (full.group(3) != null) {
                add(
                        found,
                        text,
                        number(full.group(1)),
                        number(full.group(2)),
                        number(full.group(3)),
                        true,
                        full.start(),
                        full.end());
            } else {
                addMonth(found, number(full.group(1)), number(full.group(2)), full.start(), full.end());
            }
        }
        Matcher era = REIWA.matcher(text);
        while (era.find()) {
            int base = era.group(1).equals("令和") ? 2018 : era.group(1).equals("平成") ? 1988 : 1925;
            int year = base + (era.group(2).equals("元") ? 1 : number(era.group(2)));
            add(found, text, year, number(era.group(3)), number(era.group(4)), true, era.start(), era.end());
        }
        Matcher bare = EAST_ASIAN_NO_YEAR.matcher(text);
        while (withoutYear && bare.find()) {
            int month = number(bare.group(1));
            int day = number(bare.group(2));
            add(found, text, yearFor(month, day, seenAt), month, day, false, bare.start(), bare.end());
        }
    }

    private void numeric(String text, @Nullable String language, Instant seenAt, List<FoundDate> found) {
        Matcher matcher = NUMERIC.matcher(text);
        for (int from = 0; findAtNumber(matcher, text, from, 1, 2); from = matcher.end()) {
            int first = number(matcher.group(1));
            int second = number(matcher.group(3));
            int year = number(matcher.group(4));
            year += year < 100 ? (year < 70 ? 2000 : 1900) : 0;
            boolean monthFirst =
                    second > 12 || first <= 12 && monthFirst(matcher.group(2), language, first, second, year, seenAt);
            add(
                    found,
                    text,
                    year,
                    monthFirst ? first : second,
                    monthFirst ? second : first,
                    true,
                    matcher.start(),
                    matcher.end());
        }
    }

    /** The United States write 4/21; everyone else 21/4. Where the language leaves it open, a date to come decides. */
    private static boolean monthFirst(
            String separator, @Nullable String language, int first, int second, int year, Instant seenAt) {
        if (!separator.equals("/")) {
            return false;
        }
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT).replace('_', '-');
        boolean american =
                tag.equals("en-us") || tag.equals("en") || tag.equals("en-ph") || tag.isEmpty() || tag.equals("es-us");
        LocalDate latest = seenAt.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        try {
            LocalDate asMonthFirst = LocalDate.of(year, first, second);
            LocalDate asDayFirst = LocalDate.of(year, second, first);
            if (asMonthFirst.isAfter(latest) != asDayFirst.isAfter(latest)) {
                return asDayFirst.isAfter(latest);
            }
        } catch (DateTimeException e) {
            return american;
        }
        return american;
    }

    private void named(String text, Instant seenAt, boolean withoutYear, List<FoundDate> found) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        for (int from = 0; findAtNumber(dayFirst, text, from, 1, 2); from = dayFirst.end(1)) {
            named(
                    found,
                    text,
                    dayFirst.group(3),
                    dayFirst.group(2),
                    dayFirst.group(1),
                    withoutYear,
                    seenAt,
                    dayFirst.start(),
                    dayFirst.end());
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        boolean maybeMonthFirst = hasDigitAfterSpace(text);
        boolean hasMonthFirst = maybeMonthFirst && hasDayAfterName(text);
        for (int from = 0; hasMonthFirst && monthFirst.find(from); from = monthFirst.end(1)) {
            named(
                    found,
                    text,
                    monthFirst.group(3),
                    monthFirst.group(1),
                    monthFirst.group(2),
                    withoutYear,
                    seenAt,
                    monthFirst.start(),
                    monthFirst.end());
        }
        boolean hasYear = hasYear(text);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        for (int from = 0; hasYear && findAtNumber(yearFirst, text, from, 4, 4); from = yearFirst.end()) {
            String day = yearFirst.group(2) == null ? yearFirst.group(4) : yearFirst.group(2);
            named(
                    found,
                    text,
                    yearFirst.group(1),
                    yearFirst.group(3),
                    day,
                    withoutYear,
                    seenAt,
                    yearFirst.start(),
                    yearFirst.end());
        }
        Matcher vietnamese = VIETNAMESE.matcher(text);
        boolean maybeVietnamese = text.indexOf('á') >= 0 || text.indexOf('Á') >= 0;
        while (maybeVietnamese && vietnamese.find()) {
            if (vietnamese.group(3) != null) {
                add(
                        found,
                        text,
                        number(vietnamese.group(3)),
                        number(vietnamese.group(2)),
                        number(vietnamese.group(1)),
                        true,
                        vietnamese.start(),
                        vietnamese.end());
            }
        }
        Matcher monthYear = MONTH_YEAR.matcher(text);
        for (int from = 0; hasYear && maybeMonthFirst && monthYear.find(from); from = monthYear.end(1)) {
            int month = month(monthYear.group(1));
            if (month > 0) {
                addMonth(found, number(monthYear.group(2)), month, monthYear.start(), monthYear.end());
            }
        }
    }

    /**
     * Finds the next match of a pattern that starts with a number of so many digits. As the number is looked for by itself,
     * the pattern need not be tried at every character.
     */
    private static boolean findAtNumber(Matcher matcher, String text, int from, int fewest, int most) {
        int at = from;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            boolean whole = at == 0 || !isDigit(text.charAt(at - 1));
            if (whole
                    && end - at >= fewest
                    && end - at <= most
                    && matcher.region(at, text.length())
                            .useTransparentBounds(true)
                            .lookingAt()) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** Whether a number that may be a day follows a word that names a month, or what is not that simple. */
    private static boolean hasDayAfterName(String text) {
        for (int i = 1; i < text.length(); i++) {
            boolean day = isDigit(text.charAt(i))
                    && text.charAt(i - 1) <= ' '
                    && (i + 1 == text.length()
                            || !isDigit(text.charAt(i + 1))
                            || i + 2 == text.length()
                            || !isDigit(text.charAt(i + 2)));
            if (day && mayNameMonth(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word before a number may name a month. */
    private static boolean mayNameMonth(String text, int number) {
        int end = number;
        while (end > 0 && (text.charAt(end - 1) <= ' ' || text.charAt(end - 1) == '.')) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        // Marks, apostrophes and letters beyond the first plane are left to the pattern.
        boolean simple = start == 0 || text.charAt(start - 1) < 128 && text.charAt(start - 1) != '\'';
        return !simple || end > start && month(text.substring(start, end)) > 0;
    }

    /** Whether four digits in a row are a year of the last or of this century. */
    private static boolean hasYear(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            if ((text.startsWith("19", i) || text.startsWith("20", i))
                    && isDigit(text.charAt(i + 2))
                    && isDigit(text.charAt(i + 3))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** As after any month's name that stands before its day or year. */
    private static boolean hasDigitAfterSpace(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (isDigit(text.charAt(i)) && text.charAt(i - 1) <= ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void named(
            List<FoundDate> found,
            String text,
            @Nullable String year,
            String name,
            @Nullable String day,
            boolean withoutYear,
            Instant seenAt,
            int start,
            int end) {
        int month = month(name);
        if (month == 0 || day == null || year == null && !withoutYear) {
            return;
        }
        int dayNumber = number(day);
        int yearNumber = year == null ? yearFor(month, dayNumber, seenAt) : number(year);
        add(found, text, yearNumber, month, dayNumber, year != null, start, end);
    }

    /** The year that puts a day and month last before (or on the day after) the article was seen. */
    static int yearFor(int month, int day, Instant seenAt) {
        LocalDate latest = seenAt.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        int year = latest.getYear();
        boolean later =
                month > latest.getMonthValue() || month == latest.getMonthValue() && day > latest.getDayOfMonth();
        return later ? year - 1 : year;
    }

    private void add(
            List<FoundDate> found, String text, int year, int month, int day, boolean yearStated, int start, int end) {
        // Thai pages count years from the Buddha.
        int common = year >= 2443 && year <= 2643 ? year - 543 : year;
        if (common < 1800 || common > 2100) {
            return;
        }
        LocalDate date;
        try {
            date = LocalDate.of(common, month, day);
        } catch (DateTimeException e) {
            return;
        }
        ClockTimes.Clock clock = clocks.near(text, start, end);
        @Nullable LocalTime time = clock == null ? null : clock.time();
        Precision precision = clock == null ? Precision.DAY : clock.precision();
        found.add(new FoundDate(
                date,
                time,
                clock == null ? null : clock.offset(),
                precision,
                yearStated,
                start,
                clock == null ? end : Math.max(end, clock.end())));
    }

    private static void addMonth(List<FoundDate> found, int year, int month, int start, int end) {
        if (month >= 1 && month <= 12 && year >= 1800 && year <= 2100) {
            found.add(new FoundDate(LocalDate.of(year, month, 1), null, null, Precision.MONTH, true, start, end));
        }
    }

    /** The month of that name, or 0. Hebrew glues "in" to it. */
    private static int month(String name) {
        int month = MonthNames.month(name).orElse(0);
        return month == 0 && name.charAt(0) == 'ב'
                ? MonthNames.month(name.substring(1)).orElse(0)
                : month;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** The same text with every script's decimal digits as ASCII, so that positions stay. */
    static String asciiDigits(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && Character.isDigit(c)) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return out == null ? text : out.toString();
    }
}
