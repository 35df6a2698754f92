package dateline.enrich.figure;

import dateline.enrich.figure.FigureWords.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is said of, in the article's words. Simple on purpose: the noun phrase that is counted, what follows "of"
 * or "in", or the subject of a plain verb right before the figure; else nothing is said. English only, but for counts.
 */
final class Subjects {
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;

    private final String text;
    private final FigureWords words;
    private final boolean english;

    Subjects(String text, FigureWords words, boolean english) {
        this.text = text;
        this.words = words;
        this.english = english;
    }

    /** The noun phrase that begins there: its words up to a stop word, a verb or a mark. */
    @Nullable
    String counted(int start) {
        int end = phraseEnd(start);
        return end == start ? null : text.substring(start, end);
    }

    private int phraseEnd(int start) {
        int at = start;
        int end = start;
        for (int i = 0; i < MOST_WORDS && at < text.length(); i++) {
            int to = at;
            while (to < text.length()
                    && to - start < LONGEST
                    && (Words.isLetter(text.charAt(to)) || "-’'".indexOf(text.charAt(to)) >= 0)) {
                to++;
            }
            String word = Words.lower(text, at, to);
            if (to == at || words.is(Kind.STOP, word) || words.is(Kind.VERB, word) || (i > 0 && word.endsWith("ed"))) {
                break;
            }
            end = to;
            at = Words.behindSpace(text, to);
            boolean closed = i >= 0 && (words.is(Kind.PLURAL, word) || isPlural(word));
            if (at == to || closed) {
                break;
            }
        }
        while (end > start && "-’'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isPlural(String word) {
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("’s")
                && !word.endsWith("'s");
    }

    /** What money, a share or a measure from one place to another is said of. */
    @Nullable
    String of(int from, int end) {
        if (!english) {
            return null;
        }
        String behind = behind(end, " of ");
        if (behind == null) {
            behind = behind(end, " in ");
        }
        return behind != null ? behind : subject(from);
    }

    private @Nullable String behind(int end, String link) {
        if (!text.startsWith(link, end)) {
            return null;
        }
        int start = end + link.length();
        for (String article : new String[] {"the ", "its ", "their ", "his ", "her ", "a ", "an ", "all "}) {
            if (text.startsWith(article, start)) {
                start += article.length();
                break;
            }
        }
        boolean name = start < text.length() && Character.isUpperCase(text.charAt(start));
        // "in March", "in Kuala Lumpur" say when and where.
        if (start >= text.length() || (name && link.equals(" in ")) || !Words.isLetter(text.charAt(start))) {
            return null;
        }
        return counted(start);
    }

    /** The words before a plain verb that leads to the figure, back to the beginning of the clause. */
    private @Nullable String subject(int from) {
        int at = from;
        int verb = -1;
        for (int i = 0; i < MOST_WORDS && at > 0; i++) {
            int end = at;
            while (end > 0 && Words.isSpace(text.charAt(end - 1)) && at - end < 2) {
                end--;
            }
            int start = Words.start(text, end);
            if (start == end) {
                return null;
            }
            String word = Words.lower(text, start, end);
            if (words.is(Kind.VERB, word)) {
                verb = start;
                break;
            }
            if (!words.is(Kind.STOP, word)) {
                return null;
            }
            at = start;
        }
        return verb < 0 ? null : clauseBefore(verb);
    }

    private @Nullable String clauseBefore(int verb) {
        int start = verb;
        int limit = Math.max(0, verb - LONGEST);
        while (start > limit && ".,;:!?\n“”\"()–—".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        boolean whole = start == 0 || ".!?\n“\"".indexOf(text.charAt(start - 1)) >= 0;
        String clause = text.substring(start, verb).strip();
        for (String word : clause.split(" ")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (words.is(Kind.VERB, lower)
                    || lower.equals("that")
                    || lower.equals("which")
                    || lower.equals("who")
                    || lower.equals("and")
                    || lower.equals("it")
                    || lower.equals("he")
                    || lower.equals("she")
                    || lower.equals("they")) {
                return null;
            }
        }
        if (!whole || clause.isEmpty() || clause.split(" ").length > 8) {
            return null;
        }
        for (String article : new String[] {"The ", "Its ", "Their ", "His ", "Her ", "A ", "An "}) {
            if (clause.startsWith(article)) {
                return clause.substring(article.length());
            }
        }
        return clause;
    }
}
