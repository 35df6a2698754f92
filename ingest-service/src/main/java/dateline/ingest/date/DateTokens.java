package dateline.ingest.date;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a date into numbers, words and single signs. Digits of all scripts count as digits. */
final class DateTokens {
    private static final int MOST = 40;
    private static final String CALENDAR_SIGNS = "年月日号號時时點点分秒년월일시분초";

    enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    /**
     * A piece of the text.
     *
     * @param text in lower case, digits as ASCII
     * @param value the number's value, at most 18 digits of it
     * @param spaced whether space stands before it
     */
    record Token(Kind kind, String text, long value, boolean spaced) {
        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        boolean isWord() {
            return kind == Kind.WORD;
        }

        boolean is(String sign) {
            return text.equals(sign);
        }

        int digits() {
            return text.length();
        }
    }

    private DateTokens() {}

    /** The tokens; null if there are too many for a date. */
    static @Nullable List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        boolean spaced = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || isInvisible(c)) {
                spaced |= !isInvisible(c);
                i++;
                continue;
            }
            if (tokens.size() == MOST) {
                return null;
            }
            if (Character.isDigit(c)) {
                while (i < text.length() && Character.isDigit(text.charAt(i))) {
                    i++;
                }
                String digits = ascii(text, start, i);
                if (digits.length() > 18) {
                    return null;
                }
                boolean dayAndTime = (digits.length() == 12 || digits.length() == 14)
                        && (digits.startsWith("19") || digits.startsWith("20"));
                if (dayAndTime) {
                    tokens.add(number(digits.substring(0, 8), spaced));
                    tokens.add(new Token(Kind.WORD, "t", 0, false));
                    tokens.add(number(digits.substring(8), false));
                } else {
                    tokens.add(number(digits, spaced));
                }
            } else if (CALENDAR_SIGNS.indexOf(c) >= 0 && !isKoreanWeekday(text, i)) {
                i++;
                tokens.add(new Token(Kind.SIGN, String.valueOf(c), 0, spaced));
            } else if (isWordPart(c)) {
                while (i < text.length() && isWordPart(text.charAt(i)) && (i == start || !isSignAfter(text, i))) {
                    i++;
                }
                tokens.add(new Token(Kind.WORD, MonthNames.normalized(text.substring(start, i)), 0, spaced));
            } else {
                i++;
                tokens.add(new Token(Kind.SIGN, sign(c), 0, spaced));
            }
            spaced = false;
        }
        return tokens;
    }

    private static Token number(String digits, boolean spaced) {
        return new Token(Kind.NUMBER, digits, Long.parseLong(digits), spaced);
    }

    private static boolean isSignAfter(String text, int i) {
        return CALENDAR_SIGNS.indexOf(text.charAt(i)) >= 0
                && !text.regionMatches(i - 1, "曜日", 0, 2)
                && !isKorean(text.charAt(i));
    }

    private static boolean isKorean(char c) {
        return c >= '\uac00' && c <= '\ud7a3';
    }

    /** Weekdays such as 日曜日, 월요일 and 일요일 begin with signs that elsewhere mean day or month. */
    private static boolean isKoreanWeekday(String text, int i) {
        return text.startsWith("요일", i + 1) || text.startsWith("曜", i + 1);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '\''
                || c == '’'
                || c == '\u02bc'
                || c == '׳'
                || c == '॰'
                || Character.isSurrogate(c);
    }

    private static boolean isInvisible(char c) {
        return c >= '\u200b' && c <= '\u200f'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069'
                || c == '\ufeff';
    }

    private static String sign(char c) {
        return switch (c) {
            case '：' -> ":";
            case '，', '،', '、' -> ",";
            case '／' -> "/";
            case '．', '。' -> ".";
            case '－', '–', '—', '‐', '‑', '−' -> "-";
            case '（' -> "(";
            case '）' -> ")";
            default -> String.valueOf(c);
        };
    }

    private static String ascii(String text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            out.append((char) ('0' + Character.digit(text.charAt(i), 10)));
        }
        return out.toString();
    }
}
