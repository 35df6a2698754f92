package dateline.enrich.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into lower-case words: runs of letters, digits and inner hyphens. */
final class TopicWords {
    /** No word of a lexicon is longer; cutting bounds the work on hostile text. */
    private static final int LONGEST = 40;

    private TopicWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isWordPart(text, i, start >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = text.substring(start, Math.min(i, start + LONGEST));
                words.add(word.toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isWordPart(String text, int i, boolean inWord) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || (inWord && c == '-' && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1)));
    }
}
