package dateline.enrich.geography;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a line between the marks that part a dateline.
 *
 * @param text without the marks
 * @param start in the line
 * @param end of what belongs to it, closing bracket and mark included
 * @param enclosed whether in brackets or between slashes
 * @param mark what follows: {@code , . / - : |}, a new line at the line's end, or a space for nothing
 */
record DatelinePart(String text, int start, int end, boolean enclosed, char mark) {
    private static final int LONGEST = 60;
    private static final int MOST = 9;
    private static final String OPENING = "([（［【〔";
    private static final String CLOSING = ")]）］】〕";
    private static final String DASHES = "-–—―−ـ";

    /** The pieces that a line begins with, up to the first that is too long for a dateline. */
    static List<DatelinePart> of(String line, boolean whole) {
        List<DatelinePart> parts = new ArrayList<>();
        int at = 0;
        while (parts.size() < MOST) {
            at = skipSpace(line, at);
            if (at >= line.length()) {
                break;
            }
            DatelinePart part = next(line, at, whole);
            if (part == null) {
                break;
            }
            parts.add(part);
            at = part.end();
        }
        return parts;
    }

    private static @Nullable DatelinePart next(String line, int at, boolean whole) {
        int opening = OPENING.indexOf(line.charAt(at));
        boolean slash = line.charAt(at) == '/';
        if (opening >= 0 || slash) {
            int close = line.indexOf(slash ? '/' : CLOSING.charAt(opening), at + 1);
            return close < 0 || close - at > LONGEST ? null : marked(line, at + 1, close, close + 1, true, whole);
        }
        int end = at;
        while (end < line.length() && !isEnd(line, at, end)) {
            if (end - at > LONGEST) {
                return null;
            }
            end++;
        }
        return end == at ? null : marked(line, at, end, end, false, whole);
    }

    private static int skipSpace(String line, int start) {
        int at = start;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(String line, int start, int at) {
        char c = line.charAt(at);
        char before = at == start ? ' ' : line.charAt(at - 1);
        char after = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
        return switch (c) {
            case ',', '،', '，', '、', '፣', '|', '—', '―', '：' ->
                !(Character.isDigit(before) && Character.isDigit(after));
            case '/' -> !(Character.isDigit(before) && Character.isDigit(after));
            case '.' -> endsSentence(line, start, at, after);
            // The full stops of Armenian, Hindi, Urdu, Chinese and Amharic.
            case '։', '।', '۔', '。', '።' -> true;
            // Some papers leave out the space: "LAHORE:The".
            case ':' ->
                Character.isWhitespace(after) || (Character.isUpperCase(before) && Character.isUpperCase(after));
            case '(', '[', '（', '［', '【' -> true;
            default -> DASHES.indexOf(c) >= 0 && isDash(before, after, c);
        };
    }

    /** A hyphen within a name has a letter on both sides. */
    private static boolean isDash(char before, char after, char dash) {
        return Character.isWhitespace(before)
                || (after == dash && dash != 'ـ')
                || (Character.isWhitespace(after) && !Character.isDigit(before));
    }

    /** The full stop of "St. Paul" does not. */
    private static boolean endsSentence(String line, int start, int at, char after) {
        if (!Character.isWhitespace(after) && DASHES.indexOf(after) < 0 && OPENING.indexOf(after) < 0) {
            return false;
        }
        if (isDay(line, start, at)) {
            return false;
        }
        int wordStart = at;
        while (wordStart > start && Character.isLetter(line.charAt(wordStart - 1))) {
            wordStart--;
        }
        String word = line.substring(wordStart, at);
        boolean saint = word.equalsIgnoreCase("st")
                || word.equalsIgnoreCase("ft")
                || word.equalsIgnoreCase("mt")
                || word.equals("г")
                || word.equals("м");
        return !saint || wordStart != start;
    }

    /** "4. Mai" begins a day, "Praha 4. května" has one. */
    private static boolean isDay(String line, int start, int at) {
        int digits = at;
        while (digits > start && Character.isDigit(line.charAt(digits - 1))) {
            digits--;
        }
        int next = skipSpace(line, at + 1);
        boolean goesOn = next < line.length() && Character.isLowerCase(line.charAt(next));
        return digits < at && at - digits <= 2 && (digits == start || goesOn);
    }

    private static DatelinePart marked(String line, int start, int end, int after, boolean enclosed, boolean whole) {
        int at = after;
        char mark = ' ';
        boolean more = true;
        while (more && at < line.length()) {
            char c = line.charAt(at);
            char seen = kind(line, at, mark);
            if (seen != ' ') {
                mark = seen;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                more = false;
            }
        }
        if (at >= line.length() && whole && (mark == ' ' || mark == '.' || mark == ',')) {
            mark = '\n';
        }
        return new DatelinePart(unquoted(line.substring(start, end).strip()), start, at, enclosed, mark);
    }

    /** Arabic papers sign in quotes. */
    private static String unquoted(String text) {
        int quote = text.length() < 3 ? -1 : "«“\"".indexOf(text.charAt(0));
        return quote >= 0 && text.charAt(text.length() - 1) == "»”\"".charAt(quote)
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** The mark that a character is behind another one; the dash of ".-" and the slash of ") /" decide. */
    private static char kind(String line, int at, char before) {
        char c = line.charAt(at);
        boolean spaceBefore = at > 0 && Character.isWhitespace(line.charAt(at - 1));
        boolean spaceAfter = at + 1 >= line.length() || Character.isWhitespace(line.charAt(at + 1));
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        return switch (c) {
            case ',', '،', '，', '、', '፣' -> before == ' ' || before == '.' ? ',' : before;
            case '.', '։', '।', '۔', '。', '።' -> before == ' ' || before == ',' ? '.' : before;
            case ':', '：', '=' -> ':';
            case '|' -> '|';
            case '/' -> before == ' ' && spaceBefore == spaceAfter ? '/' : ' ';
            default -> ' ';
        };
    }
}
