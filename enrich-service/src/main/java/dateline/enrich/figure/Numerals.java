package dateline.enrich.figure;

import org.jspecify.annotations.Nullable;

/** Reads numbers in digits as the world writes them: {@code 1,234.5}, {@code 1.234,5}, {@code 1 234,5}, {@code 12,34,567}. */
final class Numerals {
    private static final int LONGEST = 24;

    private Numerals() {}

    /** The end of a run of digits, points and commas that begins at a digit; a point or comma at its end is left out. */
    static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean inner = (c == '.' || c == ',' || c == '٫' || c == '٬')
                    && end + 1 < text.length()
                    && Character.isDigit(text.charAt(end + 1));
            if (!Character.isDigit(c) && !inner) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Where a number goes on behind a space with groups of three digits; otherwise its end. */
    static int withSpacedGroups(String text, int start, int end, boolean anySpace) {
        if (end - start > 3) {
            return end;
        }
        int at = end;
        while (at + 3 < text.length() && isGroupSpace(text.charAt(at), anySpace) && isDigits(text, at + 1, 3)) {
            int behind = at + 4;
            boolean longer = behind < text.length() && Character.isDigit(text.charAt(behind));
            if (longer || at - start > LONGEST) {
                break;
            }
            at = behind;
        }
        // A decimal part may follow the last group.
        if (at > end
                && at + 1 < text.length()
                && ",.".indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.charAt(at + 1))) {
            int decimals = endOfRun(text, at + 1);
            return decimals - at <= 3 ? decimals : at;
        }
        return at;
    }

    private static boolean isGroupSpace(char c, boolean anySpace) {
        return c == '\u00A0' || c == '\u202F' || c == '\u2009' || (anySpace && c == ' ');
    }

    private static boolean isDigits(String text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (i >= text.length() || !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The value of a number in digits.
     *
     * @param commaDecimal whether the language writes its decimals behind a comma; only asked where one mark leaves it open
     * @return null if it is no well-formed number: {@code 1,1,1}, {@code 21.04.2026}
     */
    static @Nullable Double parse(String written, boolean commaDecimal) {
        if (written.length() > LONGEST) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '٫') {
                plain.append('.');
            } else if (c == '.' || c == ',') {
                plain.append(c);
            }
        }
        String digits = plain.toString();
        int commas = count(digits, ',');
        int points = count(digits, '.');
        if (commas == 0 && points == 0) {
            return Double.valueOf(digits);
        }
        char decimal;
        if (commas > 0 && points > 0) {
            decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
        } else if (commas + points > 1) {
            decimal = 0;
        } else {
            char mark = commas > 0 ? ',' : '.';
            boolean looksGrouped = digits.length() - digits.indexOf(mark) == 4 && !digits.startsWith("0");
            boolean markIsDecimal = (mark == ',') == commaDecimal;
            decimal = looksGrouped && !markIsDecimal ? 0 : mark;
        }
        return value(digits, decimal);
    }

    private static @Nullable Double value(String digits, char decimal) {
        int at = decimal == 0 ? -1 : digits.lastIndexOf(decimal);
        if (at >= 0 && digits.indexOf(decimal) != at) {
            return null;
        }
        String whole = at < 0 ? digits : digits.substring(0, at);
        String[] groups = whole.split("[.,]");
        for (int i = 1; i < groups.length; i++) {
            // Indian numbers have groups of two before the last.
            boolean last = i == groups.length - 1;
            if (groups[i].length() != 3 && (last || groups[i].length() != 2)) {
                return null;
            }
        }
        if (groups.length > 1 && groups[0].length() > 3) {
            return null;
        }
        return Double.valueOf(String.join("", groups) + (at < 0 ? "" : "." + digits.substring(at + 1)));
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(other -> other == c).count();
    }
}
