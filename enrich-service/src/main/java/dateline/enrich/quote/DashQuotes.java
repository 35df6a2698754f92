package dateline.enrich.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * Dialogue that a dash opens at the beginning of a paragraph, where the language writes it so: "— Мы готовы, — сказал он. —
 * Завтра". A list is set with dashes too, so only what is followed by a dash and a verb of saying counts.
 */
final class DashQuotes {
    private static final String DASHES = "—–―-";
    private static final int WORDS_TO_VERB = 3;

    private final String text;
    private final Speech speech;

    DashQuotes(String text, Speech speech) {
        this.text = text;
        this.speech = speech;
    }

    List<Marked> in(Paragraphs paragraphs) {
        List<Marked> found = new ArrayList<>();
        for (int p = 0; p < paragraphs.count(); p++) {
            paragraph(paragraphs.start(p), paragraphs.end(p), found);
        }
        return found;
    }

    private void paragraph(int start, int end, List<Marked> found) {
        int at = start;
        while (at < end && Marked.isBlank(text.charAt(at))) {
            at++;
        }
        if (at >= end || DASHES.indexOf(text.charAt(at)) < 0) {
            return;
        }
        int from = at + 1;
        boolean quoting = true;
        boolean attributed = false;
        for (int i = from; i < end; i++) {
            if (!isDash(i, end)) {
                continue;
            }
            if (quoting && saysNext(i + 1, end)) {
                add(from, i, found);
                quoting = false;
                attributed = true;
            } else if (!quoting) {
                from = i + 1;
                quoting = true;
            }
        }
        if (quoting && attributed) {
            add(from, end, found);
        }
    }

    private boolean isDash(int at, int end) {
        char c = text.charAt(at);
        if (DASHES.indexOf(c) < 0 || at + 1 >= end) {
            return false;
        }
        boolean spaced = Marked.isBlank(text.charAt(at - 1));
        return c == '—' || c == '―' || spaced;
    }

    private boolean saysNext(int at, int end) {
        int i = at;
        for (int word = 0; word < WORDS_TO_VERB; word++) {
            while (i < end && (Marked.isBlank(text.charAt(i)) || text.charAt(i) == '-')) {
                i++;
            }
            int begin = i;
            while (i < end && Character.isLetter(text.charAt(i)) && i - begin < 40) {
                i++;
            }
            if (i == begin) {
                return false;
            }
            if (speech.isSaying(speech.lower(text.substring(begin, i)))) {
                return true;
            }
        }
        return false;
    }

    private void add(int from, int to, List<Marked> found) {
        Marked marked = Marked.pair(text, from, from, to, to, false);
        int first = marked.start();
        while (first < marked.end()
                && (",.;:،".indexOf(text.charAt(first)) >= 0 || Marked.isBlank(text.charAt(first)))) {
            first++;
        }
        int last = marked.end();
        while (last > first && ",،".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        if (first < last) {
            found.add(new Marked(first, first, last, last, false, true));
        }
    }
}
