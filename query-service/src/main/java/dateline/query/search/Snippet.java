package dateline.query.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an article's text, with what was looked for in it. Plain text: what shows it must escape it.
 *
 * @param text the text
 * @param matches where it matches, in order, without overlap
 */
public record Snippet(String text, List<Span> matches) {
    /** Ask Elasticsearch to put these around a match. They are private-use characters, which no article should have. */
    static final String OPEN = "\uE000";

    static final String CLOSE = "\uE001";

    public Snippet {
        matches = List.copyOf(matches);
    }

    /**
     * A part of the text.
     *
     * @param start first UTF-16 unit
     * @param end the unit after the last
     */
    public record Span(int start, int end) {}

    /** A text without matches. */
    static Snippet plain(String text) {
        return new Snippet(text, List.of());
    }

    /** Reads a text with {@link #OPEN} and {@link #CLOSE} in it. */
    static Snippet ofMarked(String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        List<Span> matches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == OPEN.charAt(0)) {
                start = start < 0 ? text.length() : start;
            } else if (c == CLOSE.charAt(0)) {
                if (start >= 0 && start < text.length()) {
                    matches.add(new Span(start, text.length()));
                }
                start = -1;
            } else {
                text.append(c);
            }
        }
        return new Snippet(text.toString(), matches);
    }
}
