package dateline.enrich.figure;

import dateline.enrich.figure.FigureWords.Kind;
import dateline.enrich.figure.FigureWords.Meaning;
import org.jspecify.annotations.Nullable;

/** Reads numbers in words: {@code forty}, {@code twenty-five}, {@code half a}, {@code a} before a million. */
final class NumberWords {
    private final String text;
    private final FigureWords words;

    /** A number and the place behind it. */
    record Number(int end, double value) {}

    NumberWords(String text, FigureWords words) {
        this.text = text;
        this.words = words;
    }

    @Nullable
    Number at(int start) {
        int end = Words.end(text, start);
        String word = Words.lower(text, start, end);
        Meaning meaning = words.find(Kind.NUMBER, word);
        if (meaning == null) {
            return null;
        }
        double value = meaning.number();
        int behind = behind(end);
        int to = Words.end(text, behind);
        Meaning second = to == behind ? null : words.find(Kind.NUMBER, Words.lower(text, behind, to));
        // "half a million": the article only links.
        if (value < 1 && second != null && second.number() == 1) {
            return isTimes(to) ? new Number(to, value) : null;
        }
        if (second != null && value >= 20 && value < 100 && second.number() < 10 && second.number() >= 1) {
            return new Number(to, value + second.number());
        }
        // "a" and "one" are numbers before a million only.
        return (value > 1 || isTimes(end)) ? new Number(end, value) : null;
    }

    private int behind(int end) {
        return end < text.length() && text.charAt(end) == '-' ? end + 1 : Words.behindSpace(text, end);
    }

    private boolean isTimes(int end) {
        int start = Words.behindSpace(text, end);
        int to = Words.end(text, start);
        return to > start && to - start > 2 && words.is(Kind.TIMES, Words.lower(text, start, to));
    }
}
