package dateline.ingest.extract;

import java.util.regex.Pattern;

/**
 * A line of a plain text.
 *
 * @param raw the line as it came, without its line feed
 * @param text without surrounding white space, inner white space collapsed
 * @param afterBlank whether an empty line stands before it
 */
record TextLine(String raw, String text, boolean afterBlank) {
    static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s–—/-]+");

    /** Whether it reads as a paragraph and not as a headline, label or caption. */
    boolean isProse() {
        return text.length() >= 100 || text.length() >= 50 && endsSentence();
    }

    boolean endsSentence() {
        return endsSentence(text);
    }

    static boolean endsSentence(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".!?…。！？؟।։።".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'”’»)]“」』›".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    int words() {
        return words(text);
    }

    static int words(String text) {
        return SPACES.split(text).length;
    }

    /** A single letter, as decorated initials leave when their page is copied. */
    boolean isLoneLetter() {
        return text.codePointCount(0, text.length()) == 1 && Character.isLetter(text.codePointAt(0));
    }

    /** A section label such as "Armenia–Azerbaijan Conflict": a few words, each with a capital, no sentence. */
    boolean isLabel() {
        if (text.length() > 40 || words() > 4 || endsSentence() || text.indexOf(',') >= 0) {
            return false;
        }
        for (String word : BETWEEN_WORDS.split(text)) {
            if (!word.isEmpty() && Character.isLowerCase(word.codePointAt(0)) && word.length() > 3) {
                return false;
            }
        }
        return true;
    }
}
