package dateline.enrich.time;

import dateline.contract.DateMention;
import dateline.enrich.time.DateWords.Kind;
import dateline.enrich.time.DateWords.Meaning;
import dateline.enrich.token.Tokens;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One text's way through the reader of dates. At each token the longest form that fits is taken. */
final class DateScan {
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(1[0-9]|20|21)\\d\\d");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("([0-3]?\\d)(st|nd|rd|th|er|º|°|ª)?");
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_ENDING = 6;

    private final Tokens tokens;
    private final String language;
    private final DateWords words;
    private final Calendar calendar;
    private final List<DateMention> found = new ArrayList<>();

    /** A date that was read: its last token, exclusive, and what it means. */
    private record Hit(int end, String value) {}

    DateScan(Tokens tokens, String language, DateWords words, Calendar calendar) {
        this.tokens = tokens;
        this.language = language;
        this.words = words;
        this.calendar = calendar;
    }

    List<DateMention> run() {
        for (int i = 0; i < tokens.size(); ) {
            Hit hit = at(i);
            if (hit == null) {
                i++;
            } else {
                add(i, hit);
                i = hit.end;
            }
        }
        return found;
    }

    private void add(int from, Hit hit) {
        String text = tokens.text();
        int start = tokens.start(from);
        int end = withEnding(tokens.end(hit.end - 1));
        found.add(new DateMention(start, end, text.substring(start, end), hit.value));
    }

    /** Turkish and Azerbaijani put case endings behind an apostrophe or a hyphen: {@code 2019’da}, {@code 24-də}. */
    private int withEnding(int end) {
        String text = tokens.text();
        boolean turkic = language.equals("tr") || language.equals("az");
        if (!turkic || end + 1 >= text.length() || "'’-".indexOf(text.charAt(end)) < 0) {
            return end;
        }
        int last = end + 1;
        while (last < text.length() && last - end <= LONGEST_ENDING && Character.isLetter(text.charAt(last))) {
            last++;
        }
        return last == end + 1 ? end : last;
    }

    private @Nullable Hit at(int i) {
        return switch (tokens.kind(i)) {
            case NUMBER -> number(i);
            case WORD -> word(i);
            case PUNCTUATION, ADDRESS, OTHER -> null;
        };
    }

    private @Nullable Hit number(int i) {
        if (i > 0 && tokens.glued(i) && !tokens.is(i - 1, '(') && !opens(i - 1)) {
            // Chinese and Japanese put no space before a number.
            boolean unspaced = tokens.text().charAt(tokens.start(i) - 1) >= 0x2E80;
            return unspaced ? cjk(i) : null;
        }
        Hit digits = digits(i);
        if (digits != null) {
            return digits;
        }
        Hit day = dayFirst(i);
        return day != null ? day : year(i);
    }

    private boolean opens(int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return "\"“”‘'«„".indexOf(c) >= 0 || (isDash(i) && !tokens.glued(i));
    }

    /** {@code 2026-04-21}, {@code 21.04.2026}, {@code 21/04/2026}, {@code 2026年4月21日}. */
    private @Nullable Hit digits(int i) {
        Matcher dotted = DOTTED.matcher(brief(i));
        if (dotted.matches()) {
            return day(i + 1, parse(dotted.group(3)), parse(dotted.group(2)), parse(dotted.group(1)));
        }
        int first = plain(i, 4);
        if (first >= 0
                && i + 4 < tokens.size()
                && tokens.glued(i + 1)
                && tokens.glued(i + 2)
                && tokens.glued(i + 3)
                && tokens.glued(i + 4)) {
            int second = plain(i + 2, 2);
            int third = plain(i + 4, 4);
            if (second >= 0 && third >= 0 && isYear(i) && tokens.is(i + 1, '-') && tokens.is(i + 3, '-')) {
                return day(i + 5, first, second, third);
            }
            if (second >= 0 && third >= 0 && isYear(i + 4) && tokens.is(i + 1, '/') && tokens.is(i + 3, '/')) {
                // Month before day only where nothing else is possible.
                return second > 12 ? day(i + 5, third, first, second) : day(i + 5, third, second, first);
            }
        }
        return cjk(i);
    }

    private @Nullable Hit cjk(int i) {
        int number = plain(i, 4);
        if (number < 0 || i + 1 >= tokens.size()) {
            return null;
        }
        if (isCjk(i + 1, "年년") && isYear(i)) {
            int month = i + 2 < tokens.size() ? plain(i + 2, 2) : -1;
            if (month < 1 || month > 12 || i + 3 >= tokens.size() || !isCjk(i + 3, "月월")) {
                return new Hit(i + 2, String.valueOf(number));
            }
            int day = i + 4 < tokens.size() ? plain(i + 4, 2) : -1;
            Hit whole =
                    day < 1 || i + 5 >= tokens.size() || !isCjk(i + 5, "日일") ? null : day(i + 6, number, month, day);
            return whole != null
                    ? whole
                    : new Hit(i + 4, YearMonth.of(number, month).toString());
        }
        if (isCjk(i + 1, "月월") && number >= 1 && number <= 12) {
            int day = i + 2 < tokens.size() ? plain(i + 2, 2) : -1;
            if (day >= 1 && i + 3 < tokens.size() && isCjk(i + 3, "日일")) {
                return monthDay(i + 4, number, day, false);
            }
        }
        return null;
    }

    private boolean isCjk(int i, String any) {
        return any.indexOf(tokens.text().charAt(tokens.start(i))) >= 0;
    }

    /** {@code 21 April 2026}, {@code 3 de mayo de 2026}, {@code 21st of April}, {@code 3–5 May}. */
    private @Nullable Hit dayFirst(int i) {
        int day = dayOfMonth(i);
        if (day < 0) {
            return null;
        }
        int next = i + 1;
        int last = -1;
        if (next + 1 < tokens.size() && (isDash(next) || is(Kind.TO, next) || is(Kind.AFTER, next))) {
            last = dayOfMonth(next + 1);
            next = last > day ? next + 2 : next;
        }
        if (next < tokens.size() && tokens.is(next, '.') && tokens.glued(next)) {
            next++;
        }
        // "24-го", "24-də": an ending of the number.
        if (next + 1 < tokens.size()
                && tokens.is(next, '-')
                && tokens.glued(next)
                && tokens.glued(next + 1)
                && tokens.isWord(next + 1)
                && tokens.end(next + 1) - tokens.start(next + 1) <= 3) {
            next += 2;
        }
        while (next < tokens.size() && is(Kind.OF, next) && next < i + 5) {
            next++;
        }
        int month = month(next);
        if (month < 0) {
            return null;
        }
        int end = next + 1;
        int year = yearBehind(end);
        LocalDate to = year < 0
                ? calendar.day(month, Math.max(day, last), ahead(i))
                : Calendar.day(parse(surface(year)), month, Math.max(day, last));
        if (to == null) {
            return null;
        }
        LocalDate from = Calendar.day(to.getYear(), month, day);
        int closed = year < 0 ? end : withYearWord(year + 1);
        return last > day ? new Hit(closed, from + "/" + to) : new Hit(closed, to.toString());
    }

    /** The token of a year behind a day and month or a month; -1 if there is none. */
    private int yearBehind(int i) {
        int at = i;
        if (at < tokens.size() && tokens.is(at, ',')) {
            at++;
        }
        while (at < tokens.size() && is(Kind.OF, at) && at < i + 3) {
            at++;
        }
        return at < tokens.size() && isYear(at) && !isSuffixed(at) ? at : -1;
    }

    private int withYearWord(int i) {
        return i < tokens.size() && is(Kind.YEAR, i) ? i + 1 : i;
    }

    /** {@code in 2025}, {@code 2025 года}, {@code (2019)}, {@code between 2019 and 2024}. */
    private @Nullable Hit year(int i) {
        if (!isYear(i) || isSuffixed(i)) {
            return null;
        }
        if (i + 1 < tokens.size() && is(Kind.YEAR, i + 1)) {
            return new Hit(i + 2, surface(i));
        }
        boolean bracketed = i > 0 && tokens.is(i - 1, '(') && i + 1 < tokens.size() && tokens.is(i + 1, ')');
        boolean introduced =
                i > 0 && tokens.isWord(i - 1) && (is(Kind.IN, i - 1) || is(Kind.AFTER, i - 1) || is(Kind.SINCE, i - 1));
        boolean ended = language.equals("tr") && withEnding(tokens.end(i)) > tokens.end(i);
        if (!bracketed && !introduced && !ended) {
            return null;
        }
        if (i + 2 < tokens.size()
                && (is(Kind.TO, i + 1) || isDash(i + 1))
                && isYear(i + 2)
                && !isSuffixed(i + 2)
                && parse(surface(i + 2)) > parse(surface(i))
                && (isDash(i + 1) || isRangeStart(i - 1))) {
            return new Hit(i + 3, surface(i) + "/" + surface(i + 2));
        }
        // "in 2000 homes" counts homes.
        boolean counts = introduced
                && i + 1 < tokens.size()
                && tokens.isWord(i + 1)
                && !tokens.glued(i + 1)
                && language.equals("en")
                && isPlural(surface(i + 1));
        return counts ? null : new Hit(i + 1, surface(i));
    }

    private boolean isRangeStart(int i) {
        return i >= 0 && (lower(i).equals("between") || lower(i).equals("from"));
    }

    private static boolean isPlural(String word) {
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && Character.isLowerCase(word.charAt(0))
                && !word.equals("was")
                && !word.equals("has")
                && !word.equals("does")
                && !word.equals("is");
    }

    private @Nullable Hit word(int i) {
        if (tokens.end(i) - tokens.start(i) > LONGEST_WORD) {
            return null;
        }
        StringBuilder phrase = new StringBuilder();
        Hit longest = null;
        int to = Math.min(tokens.size(), i + words.longestPhrase());
        for (int end = i; end < to && tokens.end(end) - tokens.start(end) <= LONGEST_WORD; end++) {
            if (end > i) {
                phrase.append(' ');
            }
            phrase.append(lower(end));
            Meaning meaning = words.date(phrase.toString());
            if (meaning != null
                    && (meaning.kind() == Kind.DAY
                            || meaning.kind() == Kind.PERIOD
                            || end == i
                            || meaning.kind() == Kind.WEEKDAY)) {
                Hit hit = named(i, end + 1, meaning);
                longest = hit == null ? longest : hit;
            }
        }
        return longest;
    }

    private @Nullable Hit named(int i, int end, Meaning meaning) {
        return switch (meaning.kind()) {
            case DAY -> new Hit(end, calendar.day(meaning.number()));
            case PERIOD -> period(end, meaning.value());
            case WEEKDAY -> weekday(i, end, meaning.number());
            case MONTH -> monthFirst(i, meaning.number());
            case NEXT, LAST, THIS, OF, TO, YEAR, IN, AFTER, SINCE, EVERY, FUTURE, PAST -> null;
        };
    }

    private Hit period(int end, String value) {
        int sign = Math.max(value.indexOf('+'), value.indexOf('-'));
        return new Hit(end, calendar.period(value.substring(0, sign), Integer.parseInt(value.substring(sign))));
    }

    private @Nullable Hit weekday(int i, int end, int day) {
        boolean capital = Character.isUpperCase(tokens.text().codePointAt(tokens.start(i)));
        if ((language.equals("en") || language.equals("de")) && !capital) {
            return null;
        }
        for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
            if (is(Kind.EVERY, k)) {
                return null;
            }
        }
        if (i > 0 && is(Kind.NEXT, i - 1)) {
            return new Hit(end, calendar.nextWeekday(day).toString());
        }
        if (i > 0 && is(Kind.LAST, i - 1)) {
            return new Hit(end, calendar.lastWeekday(day).toString());
        }
        return new Hit(
                end, calendar.weekday(day, Boolean.TRUE.equals(future(i, end))).toString());
    }

    /** Whether a date lies ahead; null if nothing tells. */
    private @Nullable Boolean future(int from, int to) {
        if (from > 0 && is(Kind.AFTER, from - 1)) {
            return true;
        }
        if (from > 0 && is(Kind.SINCE, from - 1)) {
            return false;
        }
        Kind tense = Tense.at(tokens, from, to, words);
        return tense == null ? null : Boolean.valueOf(tense == Kind.FUTURE);
    }

    /** {@code April 21, 2026}, {@code April 2026}, {@code aprelin 24-də}, {@code July to September}, {@code April}. */
    private @Nullable Hit monthFirst(int i, int month) {
        boolean capital = Character.isUpperCase(tokens.text().codePointAt(tokens.start(i)));
        if ((language.equals("en") || language.equals("de")) && !capital) {
            return null;
        }
        int next = i + 1;
        if (next < tokens.size()
                && tokens.is(next, '.')
                && tokens.glued(next)
                && tokens.end(i) - tokens.start(i) <= 4) {
            next++;
        }
        int day = next < tokens.size() ? dayOfMonth(next) : -1;
        if (day > 0 && !isCounted(next)) {
            int year = yearBehind(next + 1);
            if (year >= 0) {
                return day(year + 1, parse(surface(year)), month, day);
            }
            if (next + 2 < tokens.size() && isDash(next + 1) && dayOfMonth(next + 2) > day) {
                LocalDate from = calendar.day(month, day, ahead(i));
                LocalDate to = from == null ? null : Calendar.day(from.getYear(), month, dayOfMonth(next + 2));
                return to == null ? null : new Hit(next + 3, from + "/" + to);
            }
            return monthDay(next + 1, month, day, ahead(i));
        }
        int year = yearBehind(next);
        if (year >= 0) {
            return new Hit(
                    withYearWord(year + 1),
                    YearMonth.of(parse(surface(year)), month).toString());
        }
        if (isName(i)) {
            return null;
        }
        int other = next + 1 < tokens.size() && (is(Kind.TO, next) || isDash(next)) ? month(next + 1) : -1;
        if (other > 0 && (!language.equals("en") || !lower(next).equals("and") || (i > 0 && isRangeStart(i - 1)))) {
            return monthRange(i, next + 2, month, other);
        }
        if (i > 0 && is(Kind.THIS, i - 1)) {
            return new Hit(next, YearMonth.of(calendar.year(), month).toString());
        }
        if (i > 0 && (is(Kind.NEXT, i - 1) || is(Kind.LAST, i - 1))) {
            return new Hit(next, calendar.month(month, is(Kind.NEXT, i - 1)).toString());
        }
        return i > 0 && is(Kind.EVERY, i - 1)
                ? null
                : new Hit(i + 1, calendar.month(month, future(i, next)).toString());
    }

    private Hit monthRange(int i, int end, int month, int other) {
        int year = yearBehind(end);
        if (year >= 0) {
            YearMonth to = YearMonth.of(parse(surface(year)), other);
            return new Hit(year + 1, (other < month ? to.minusYears(1) : to).withMonth(month) + "/" + to);
        }
        YearMonth from = calendar.month(month, future(i, end));
        YearMonth to = from.withMonth(other);
        return new Hit(end, from + "/" + (other < month ? to.plusYears(1) : to));
    }

    /** May, March and August are words or names, too: alone they need a word before them that dates need. */
    private boolean isName(int i) {
        String month = lower(i);
        if (!language.equals("en") || tokens.end(i) - tokens.start(i) < 3) {
            return false;
        }
        boolean introduced = i > 0
                && (is(Kind.IN, i - 1)
                        || is(Kind.AFTER, i - 1)
                        || is(Kind.SINCE, i - 1)
                        || is(Kind.THIS, i - 1)
                        || is(Kind.NEXT, i - 1)
                        || is(Kind.LAST, i - 1));
        return !introduced
                && (month.equals("may")
                        || month.equals("march")
                        || month.equals("mar")
                        || month.equals("august")
                        || month.equals("april")
                        || month.equals("june")
                        || month.length() <= 4);
    }

    /** "April 24 people" does not name a day; a number with a plural behind it counts something. */
    private boolean isCounted(int number) {
        return language.equals("en")
                && number + 1 < tokens.size()
                && tokens.isWord(number + 1)
                && isPlural(surface(number + 1));
    }

    private boolean ahead(int i) {
        return i > 0 && is(Kind.AFTER, i - 1);
    }

    private @Nullable Hit monthDay(int end, int month, int day, boolean ahead) {
        LocalDate date = calendar.day(month, day, ahead);
        return date == null ? null : new Hit(end, date.toString());
    }

    private static @Nullable Hit day(int end, int year, int month, int day) {
        LocalDate date = Calendar.day(year, month, day);
        return date == null ? null : new Hit(end, date.toString());
    }

    private int month(int i) {
        if (i >= tokens.size() || !tokens.isWord(i)) {
            return -1;
        }
        boolean capital = Character.isUpperCase(tokens.text().codePointAt(tokens.start(i)));
        Meaning meaning = words.date(lower(i));
        boolean fits = meaning != null && meaning.kind() == Kind.MONTH && (capital || !language.equals("en"));
        return fits && meaning != null ? meaning.number() : -1;
    }

    private int dayOfMonth(int i) {
        Matcher day = DAY_OF_MONTH.matcher(brief(i));
        if (tokens.kind(i) != Tokens.Kind.NUMBER || !day.matches()) {
            return -1;
        }
        int number = parse(day.group(1));
        return number >= 1 && number <= 31 ? number : -1;
    }

    private boolean isYear(int i) {
        return tokens.kind(i) == Tokens.Kind.NUMBER && YEAR.matcher(brief(i)).matches();
    }

    /** Glued to something behind it that makes it no year: {@code 2025-K4}, {@code 2024%}. */
    private boolean isSuffixed(int i) {
        if (i + 1 >= tokens.size() || !tokens.glued(i + 1)) {
            return false;
        }
        int c = tokens.text().codePointAt(tokens.start(i + 1));
        boolean ends = ".,;:!?)]\"”’'»…".indexOf(c) >= 0 || isDash(i + 1);
        return !ends || (tokens.is(i + 1, '-') && !(i + 2 < tokens.size() && isYear(i + 2)));
    }

    private boolean isDash(int i) {
        return tokens.is(i, '-') || tokens.is(i, '–') || tokens.is(i, '—');
    }

    private boolean is(Kind kind, int i) {
        return tokens.isWord(i) && tokens.end(i) - tokens.start(i) <= LONGEST_WORD && words.is(kind, lower(i));
    }

    /** A number of at most so many digits and nothing else; -1 if it is something else. */
    private int plain(int i, int longest) {
        int length = tokens.end(i) - tokens.start(i);
        if (tokens.kind(i) != Tokens.Kind.NUMBER || length > longest) {
            return -1;
        }
        String digits = surface(i);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? parse(digits) : -1;
    }

    private String brief(int i) {
        return tokens.end(i) - tokens.start(i) > 10 ? "" : tokens.surface(i);
    }

    private String surface(int i) {
        return tokens.surface(i);
    }

    private String lower(int i) {
        return tokens.surface(i).toLowerCase(Locale.ROOT);
    }

    private static int parse(String digits) {
        return Integer.parseInt(digits);
    }
}
