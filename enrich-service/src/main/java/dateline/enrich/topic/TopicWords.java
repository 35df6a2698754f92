package dateline.enrich.topic;

import dateline.enrich.token.Folding;
import java.util.Arrays;

/** The words of a text, folded: runs of letters, digits and inner hyphens. An apostrophe parts words, in every list. */
final class TopicWords {
    /** No word of a lexicon is longer; cutting bounds the work on hostile text. */
    private static final int LONGEST = 40;

    private final String text;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;

    private TopicWords(String text) {
        this.text = text;
    }

    static TopicWords of(String raw) {
        TopicWords words = new TopicWords(folded(raw));
        String text = words.text;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isWordPart(text, i, start >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(start, Math.min(i, start + LONGEST));
                start = -1;
            }
        }
        return words;
    }

    int size() {
        return size;
    }

    String text() {
        return text;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    String word(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** Whether a word is this one, or begins with it. */
    boolean is(int word, String other, boolean prefix) {
        int length = ends[word] - starts[word];
        return (prefix ? length >= other.length() : length == other.length()) && text.startsWith(other, starts[word]);
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    private static String folded(String raw) {
        StringBuilder folded = new StringBuilder(raw.length());
        int from = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            // Folding would join what an apostrophe parts: l'école.
            if (c == '\'' || c == '’' || c == 'ʼ' || c == '`') {
                Folding.fold(raw, from, i, folded);
                folded.append(' ');
                from = i + 1;
            }
        }
        Folding.fold(raw, from, raw.length(), folded);
        return folded.toString();
    }

    private static boolean isWordPart(String text, int i, boolean inWord) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || (inWord && c == '-' && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1)));
    }
}
