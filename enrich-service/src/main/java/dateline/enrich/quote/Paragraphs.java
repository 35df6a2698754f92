package dateline.enrich.quote;

import java.util.Arrays;

/**
 * Where paragraphs begin and end. An empty line parts two of them. A single line break does too, unless it looks like
 * one of a text broken into lines of equal length: the line is long, ends within a sentence, and the next begins small.
 */
final class Paragraphs {
    private static final String STOPS = ".!?…:;”\"’'»“)。։۔؟";

    private int[] starts = new int[32];
    private int size;
    private final int length;

    private Paragraphs(int length) {
        this.length = length;
    }

    static Paragraphs of(String text) {
        Paragraphs found = new Paragraphs(text.length());
        found.add(0);
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (isBreak(text, lineStart, at)) {
                found.add(at + 1);
            }
            lineStart = at + 1;
        }
        return found;
    }

    private static boolean isBreak(String text, int lineStart, int at) {
        int last = at - 1;
        while (last >= lineStart && Marked.isBlank(text.charAt(last))) {
            last--;
        }
        if (last < lineStart || at + 1 >= text.length() || at - lineStart < 40) {
            return true;
        }
        return STOPS.indexOf(text.charAt(last)) >= 0 || !Character.isLowerCase(text.charAt(at + 1));
    }

    private void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = start;
    }

    int count() {
        return size;
    }

    int start(int paragraph) {
        return starts[paragraph];
    }

    int end(int paragraph) {
        return paragraph + 1 == size ? length : starts[paragraph + 1];
    }
}
