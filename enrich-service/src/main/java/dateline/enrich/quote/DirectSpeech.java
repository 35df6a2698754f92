package dateline.enrich.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides for a quotation in a sentence whose act of speech it belongs to, and whether it is a quotation at all. */
final class DirectSpeech {
    /** Fewer words within a sentence of the reporter's are a name, a title, or words held at arm's length. */
    static final int FEWEST_WORDS = 4;

    private static final int LONGEST_GAP = 40;

    private final String text;

    DirectSpeech(String text) {
        this.text = text;
    }

    /** The act that the quotation at this unit belongs to; null if it belongs to none. */
    @Nullable
    Attributed act(Sentence sentence, int at, List<Attributed> acts) {
        Attributed before = null;
        Attributed after = null;
        for (Attributed one : acts) {
            if (one.act().verb() < at) {
                before = one;
            } else if (after == null) {
                after = one;
            }
        }
        if (after != null && !reaches(sentence, at, after.act())) {
            after = null;
        }
        boolean first = isFirst(sentence, at);
        if (first && after != null) {
            return after;
        }
        return before != null ? before : after;
    }

    /** Whether nothing but marks and small words stands before it in the sentence. */
    static boolean isFirst(Sentence sentence, int at) {
        for (int i = 0; i < at; i++) {
            if (sentence.at(i).kind() != Unit.Kind.MARK) {
                return false;
            }
        }
        return true;
    }

    private boolean reaches(Sentence sentence, int quote, Act act) {
        int until = Math.max(quote + 1, Math.min(act.from(), act.verb()));
        if (until - quote > LONGEST_GAP) {
            return false;
        }
        for (int i = quote + 1; i < until; i++) {
            if (sentence.isQuote(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the marks hold a quotation and no title, name or word in scare quotes. */
    boolean isQuotation(Sentence sentence, int at, Act act) {
        Marked marked = quote(sentence, at);
        int words = words(marked);
        if (words == 0) {
            return false;
        }
        if (isWhole(sentence, at, marked, act)) {
            return true;
        }
        return (words >= FEWEST_WORDS && !isTitle(marked)) || (words >= 2 && isPut(sentence, at, act));
    }

    static Marked quote(Sentence sentence, int at) {
        Marked marked = sentence.at(at).quote();
        if (marked == null) {
            throw new IllegalArgumentException("no quotation at " + at);
        }
        return marked;
    }

    /** "as Hoxhaj puts it, “mostly shouting”". */
    private static boolean isPut(Sentence sentence, int at, Act act) {
        return act.verb() < at
                && sentence.has(act.verb() + 1)
                && sentence.at(act.verb() + 1).is("it");
    }

    /** Whether it is a sentence of its own, introduced or followed by who says it. */
    boolean isWhole(Sentence sentence, int at, Marked marked, Act act) {
        if (marked.dash() || (act.shape() == Act.Shape.FINAL && isCapital(marked))) {
            return true;
        }
        char last = text.charAt(marked.end() - 1);
        boolean ended = ",.!?…—–".indexOf(last) >= 0 || last == '،' || last == '؟';
        if (act.verb() > at) {
            boolean parted = ended
                    || sentence.isMark(at + 1, ",،—–-")
                    || (act.shape() == Act.Shape.INVERTED && act.verb() == at + 1)
                    || (act.from() == at + 1 && isCapital(marked));
            return parted && isFirst(sentence, at);
        }
        boolean introduced = sentence.isMark(at - 1, ":") || (sentence.isMark(at - 1, ",") && isCapital(marked));
        boolean goesOn = act.verb() > 0 && sentence.isMark(at - 1, ",") && hasQuoteBefore(sentence, act);
        boolean next = act.to() == at && isCapital(marked) && ended;
        return introduced || goesOn || next;
    }

    static boolean hasQuoteBefore(Sentence sentence, Act act) {
        for (int i = 0; i < Math.min(act.from(), act.verb()); i++) {
            if (sentence.isQuote(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCapital(Marked marked) {
        int first = text.codePointAt(marked.start());
        return !Character.isLowerCase(first);
    }

    int words(Marked marked) {
        int words = 0;
        boolean inside = false;
        for (int i = marked.start(); i < marked.end() && words < 1000; i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (letter && !inside) {
                words++;
            }
            inside = letter || ((c == '\'' || c == '’' || c == '-' || isMark(c)) && inside);
        }
        return words;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT;
    }

    /** "The Day the Earth Stood Still": every longer word is capital, and no stop ends it. */
    private boolean isTitle(Marked marked) {
        String words = text.substring(marked.start(), Math.min(marked.end(), marked.start() + 200));
        if (".!?…,".indexOf(words.charAt(words.length() - 1)) >= 0) {
            return false;
        }
        int small = 0;
        int capital = 0;
        for (String word : words.split("[\\s\\u00a0-]+")) {
            if (word.length() > 3 && Character.isLetter(word.charAt(0))) {
                if (Character.isUpperCase(word.charAt(0))) {
                    capital++;
                } else {
                    small++;
                }
            }
        }
        return capital >= 2 && small == 0;
    }
}
