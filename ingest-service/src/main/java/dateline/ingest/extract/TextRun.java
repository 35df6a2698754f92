package dateline.ingest.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Text between two block boundaries, gathered with white space collapsed as a browser would show it. */
final class TextRun {
    /** A line that is bold from here on is a headline, not a label at the start of a paragraph. */
    private static final int BOLD_LINE = 15;

    int preformatted;

    private StringBuilder text = new StringBuilder();
    /** Whether it had to hold more than Latin-1, from when on a builder takes twice the room, and longer. */
    private boolean wide;

    private boolean space;
    private int spaces;
    private int breaks;
    private int bold;
    private int link;
    private int jump;
    private int boldChars;
    private int linkChars;
    private int jumpChars;

    void append(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > ' ' && c < 127) {
                int end = asciiEnd(raw, i);
                put(raw, i, end, end - i - spaces);
                i = end - 1;
            } else if (c <= ' ') {
                if (c == '\n' && preformatted > 0) {
                    text.append(c);
                } else {
                    space = true;
                }
            } else if (c == '\u00ad' || c == '\u200b' || c == '\ufeff' || c == '\u2060') {
                continue;
            } else if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u2007') {
                space = true;
            } else {
                wide |= c > 0xff;
                put(raw, i, i + 1, 1);
            }
        }
    }

    /** Where the words end that are set as they will be shown, with one space between two. Counts these. */
    private int asciiEnd(String raw, int from) {
        int end = from + 1;
        int between = 0;
        while (end < raw.length()) {
            char c = raw.charAt(end);
            if (c > ' ' && c < 127) {
                end++;
            } else if (c == ' ' && end + 1 < raw.length() && raw.charAt(end + 1) > ' ' && raw.charAt(end + 1) < 127) {
                between++;
                end += 2;
            } else {
                break;
            }
        }
        spaces = between;
        return end;
    }

    private void put(String raw, int from, int to, int ink) {
        if (breaks > 0 && !text.isEmpty()) {
            text.append('\n');
        } else if (space && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(' ');
        }
        space = false;
        breaks = 0;
        text.append(raw, from, to);
        boldChars += bold > 0 ? ink : 0;
        linkChars += link > 0 ? ink : 0;
        jumpChars += jump > 0 ? ink : 0;
    }

    /** A {@code br}; true if it ends a paragraph, being the second in a row or the end of a bold line. */
    boolean lineBreak() {
        if (text.isEmpty() || preformatted > 0) {
            append("\n");
            return false;
        }
        boolean headline = text.length() >= BOLD_LINE && boldChars * 10 >= text.length() * 8;
        return ++breaks >= 2 || headline;
    }

    int length() {
        return text.length();
    }

    void enter(String tag, Element element) {
        step(tag, element, 1);
    }

    void leave(String tag, Element element) {
        step(tag, element, -1);
    }

    private void step(String tag, Element element, int by) {
        switch (tag) {
            case "a" -> {
                String target = element.attributesSize() == 0
                        ? ""
                        : element.attributes().get("href");
                if (target.startsWith("#")) {
                    jump += by;
                } else if (!target.isEmpty()) {
                    link += by;
                }
            }
            case "b", "strong" -> bold += by;
            case "div", "span" -> {
                if (element.attributesSize() > 1
                        && element.attributes().get("role").equals("link")) {
                    link += by;
                }
            }
            default -> {}
        }
    }

    /** The text so far as a leaf, or null if there is none; starts the next one. */
    @Nullable
    Leaf take(int index, Node container) {
        Leaf leaf = null;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end > 0) {
            leaf = new Leaf(index, container, text.substring(0, end), linkChars + jumpChars * 3 / 10, boldChars);
        }
        if (wide) {
            text = new StringBuilder();
            wide = false;
        } else {
            text.setLength(0);
        }
        space = false;
        breaks = 0;
        boldChars = 0;
        linkChars = 0;
        jumpChars = 0;
        return leaf;
    }
}
