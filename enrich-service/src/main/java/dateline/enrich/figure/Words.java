package dateline.enrich.figure;

import java.util.Locale;

/** Steps through a text word by word, never further than a word's length at a time. */
final class Words {
    static final int LONGEST = 24;

    private Words() {}

    static boolean isLetter(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    static boolean isLetterAt(String text, int at) {
        return at >= 0 && at < text.length() && isLetter(text.charAt(at));
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    /** The end of the word of letters at that place, at most some characters beyond the longest word that is of use. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The start of the word of letters that ends there. */
    static int start(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The place behind one space; the same place if there is none or if the text goes on otherwise. */
    static int behindSpace(String text, int at) {
        return at + 1 < text.length() && isSpace(text.charAt(at)) && !isSpace(text.charAt(at + 1)) ? at + 1 : at;
    }

    static String lower(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
