package dateline.enrich.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pairs quotation marks within a paragraph and gives the outermost pairs. The same sign opens in one language and closes
 * in another, and is an apostrophe in a third, so each is read by what is open and by what stands around it. A mark that
 * finds no partner is ignored, unless the next paragraph begins with the same mark: then the quotation goes on. Linear in
 * the length of the text.
 */
final class QuoteMarks {
    private static final int DEPTH = 6;
    private static final int LOOKAHEAD = 600;
    private static final String OPENING = "“„«‹‘‚\"'「『";
    /** What an apostrophe opens: none of these is a quotation. */
    private static final Set<String> CLIPPED = Set.of(
            "tis", "twas", "em", "til", "till", "cause", "bout", "round", "n", "cos", "s", "t", "re", "ve", "ll");

    private final String text;
    private final List<Marked> found = new ArrayList<>();
    private int[] open = new int[8];
    private int depth;
    /** Where the quotation that the paragraph before left open goes on; -1 if none. */
    private int continued = -1;

    private QuoteMarks(String text) {
        this.text = text;
    }

    static List<Marked> pair(String text, Paragraphs paragraphs) {
        QuoteMarks marks = new QuoteMarks(text);
        for (int p = 0; p < paragraphs.count(); p++) {
            marks.paragraph(paragraphs.start(p), paragraphs.end(p));
        }
        return marks.found;
    }

    private void paragraph(int start, int end) {
        depth = 0;
        int at = start;
        if (continued >= end) {
            return;
        }
        if (continued >= 0) {
            push(continued);
            at = continued + 1;
        }
        List<Marked> pairs = new ArrayList<>();
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c >= '\u00ab') {
                mark(c, at, end, pairs);
            }
        }
        boolean goesOn = goesOn(end, pairs);
        outermost(pairs);
        if (!goesOn) {
            continued = -1;
        }
    }

    private void mark(char c, int at, int end, List<Marked> pairs) {
        switch (c) {
            case '“' -> {
                if (canClose(at, end) && !canOpen(at)) {
                    close(at, pairs, "„‟\"“");
                } else {
                    push(at);
                }
            }
            case '”' -> {
                if (!close(at, pairs, "“„”‟") && canOpen(at) && !canClose(at, end)) {
                    push(at);
                }
            }
            case '„', '‟', '「', '『', '‚', '《' -> push(at);
            case '」' -> close(at, pairs, "「");
            case '』' -> close(at, pairs, "『");
            case '》' -> close(at, pairs, "《");
            case '«' -> guillemet(at, end, pairs, "»", "");
            case '»' -> guillemet(at, end, pairs, "", "«");
            case '‹' -> guillemet(at, end, pairs, "›", "");
            case '›' -> guillemet(at, end, pairs, "", "‹");
            case '"' -> {
                boolean opens = canOpen(at);
                if ((!canClose(at, end) && opens) || !close(at, pairs, "\"„“")) {
                    if (opens) {
                        push(at);
                    }
                }
            }
            case '‘' -> {
                if (!close(at, pairs, canOpen(at) ? "" : "‚") && canOpen(at)) {
                    push(at);
                }
            }
            case '’' -> single(at, end, pairs, "‘‚");
            case '\'' -> {
                if (canOpen(at) && opensWord(at, end)) {
                    push(at);
                } else {
                    single(at, end, pairs, "'‘‚");
                }
            }
            default -> {}
        }
    }

    /** Guillemets point outwards in French and inwards in German; what is open decides. */
    private void guillemet(int at, int end, List<Marked> pairs, String inward, String outward) {
        if (!outward.isEmpty() && close(at, pairs, outward)) {
            return;
        }
        if (!inward.isEmpty() && canClose(at, end) && close(at, pairs, inward)) {
            return;
        }
        if (outward.isEmpty() || (canOpen(at) && !canClose(at, end))) {
            push(at);
        }
    }

    /** A closing single mark or an apostrophe. */
    private void single(int at, int end, List<Marked> pairs, String openers) {
        if (depth == 0 || !isClosingSingle(at, end)) {
            return;
        }
        if (mayBeApostrophe(at) && !isSure(at, end) && closesLater(at, end)) {
            return;
        }
        close(at, pairs, openers);
    }

    private boolean isClosingSingle(int at, int end) {
        return at > 0
                && !Marked.isBlank(text.charAt(at - 1))
                && (at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    /** "our friends’ houses", "nothin’ new". */
    private boolean mayBeApostrophe(int at) {
        char before = Character.toLowerCase(text.charAt(at - 1));
        return before == 's'
                || before == 'z'
                || before == 'x'
                || (before == 'n' && at > 1 && text.charAt(at - 2) == 'i');
    }

    private boolean isSure(int at, int end) {
        return at + 1 >= end
                || ",.!?…;:".indexOf(text.charAt(at - 1)) >= 0
                || ",.;:!?)”\"»\n".indexOf(text.charAt(at + 1)) >= 0;
    }

    private boolean closesLater(int at, int end) {
        int limit = Math.min(end, at + LOOKAHEAD);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '‘' || (c == '\'' && canOpen(i))) {
                return false;
            }
            if ((c == '’' || c == '\'') && isClosingSingle(i, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean opensWord(int at, int end) {
        int i = at + 1;
        while (i < end && i < at + 8 && Character.isLetter(text.charAt(i))) {
            i++;
        }
        if (i == at + 1) {
            return i < end && OPENING.indexOf(text.charAt(i)) >= 0;
        }
        return !CLIPPED.contains(text.substring(at + 1, i).toLowerCase(Locale.ROOT));
    }

    private boolean canOpen(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return Marked.isBlank(before) || "([{—–-/…:".indexOf(before) >= 0 || OPENING.indexOf(before) >= 0;
    }

    private boolean canClose(int at, int end) {
        return at > 0
                && !Marked.isBlank(text.charAt(at - 1))
                && (at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private void push(int at) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = at;
    }

    private boolean close(int at, List<Marked> pairs, String openers) {
        for (int i = depth - 1; i >= Math.max(0, depth - DEPTH); i--) {
            if (openers.indexOf(text.charAt(open[i])) >= 0) {
                depth = i;
                pairs.add(Marked.pair(text, open[i], open[i] + 1, at, at + 1, open[i] == continued));
                return true;
            }
        }
        return false;
    }

    /** Leaves the first open mark open if the next paragraph begins with the same, or with one that repeats it. */
    private boolean goesOn(int end, List<Marked> pairs) {
        if (depth == 0) {
            return false;
        }
        int next = end;
        while (next < text.length() && Marked.isBlank(text.charAt(next))) {
            next++;
        }
        if (next >= text.length()) {
            return false;
        }
        char begins = text.charAt(next);
        for (int i = 0; i < Math.min(depth, DEPTH); i++) {
            char opened = text.charAt(open[i]);
            if (opened == begins || (opened == '«' && begins == '»') || (opened == '„' && begins == '“')) {
                pairs.add(Marked.pair(text, open[i], open[i] + 1, end, end, open[i] == continued));
                continued = next;
                return true;
            }
        }
        return false;
    }

    private void outermost(List<Marked> pairs) {
        pairs.sort(Comparator.comparingInt(Marked::from).thenComparing(Marked::to, (a, b) -> b - a));
        int reached = -1;
        for (Marked pair : pairs) {
            if (pair.from() >= reached) {
                reached = pair.to();
                if (pair.start() < pair.end()) {
                    found.add(pair);
                }
            }
        }
    }
}
