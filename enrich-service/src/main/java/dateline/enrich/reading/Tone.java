package dateline.enrich.reading;

import dateline.enrich.token.Tokens;
import dateline.enrich.words.WordFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tone of an English text by the VADER lexicon and its rules for negation and sums (Hutto, Gilbert: "VADER: a
 * parsimonious rule-based model for sentiment analysis of social media text", 2014). It says which words were chosen, not
 * whether the news is good: made for short posts, not for news, and a report of a fire is negative whoever wrote it.
 */
final class Tone {
    /** VADER's constants: what a negation leaves of a word, reversed, and how fast a sum nears 1. */
    private static final double NEGATION = -0.74;

    private static final double ALPHA = 15;
    private static final int REACH = 3;
    private static final int LONGEST_WORD = 24;
    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "without", "n't", "n’t", "nor", "none", "nobody", "neither", "cannot", "hardly",
            "barely", "seldom", "rarely", "nothing");

    private final Map<String, Double> valence = new HashMap<>();

    Tone() {
        for (List<String> row : WordFile.rows("reading/tone-en.tsv", 2)) {
            valence.put(row.get(0), Double.valueOf(row.get(1)));
        }
    }

    /** Whether a token belongs to a name, so that Grace and Victory say nothing. */
    interface Names {
        boolean covers(int start, int end);
    }

    /** The mean over the sentences that have a tone, from -1 to 1; 0 if none has; null in other languages. */
    @Nullable
    Double of(Tokens tokens, String language, Names names) {
        if (!language.equals("en")) {
            return null;
        }
        double sum = 0;
        int told = 0;
        for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
            double tone = sentence(tokens, tokens.sentenceStart(sentence), tokens.sentenceEnd(sentence), names);
            sum += tone / Math.sqrt(tone * tone + ALPHA);
            told += tone == 0 ? 0 : 1;
        }
        return told == 0 ? 0 : Math.round(1000 * sum / told) / 1000.0;
    }

    private double sentence(Tokens tokens, int from, int to, Names names) {
        double sum = 0;
        int negated = -1;
        for (int i = from; i < to; i++) {
            if (!tokens.isWord(i) || tokens.end(i) - tokens.start(i) > LONGEST_WORD) {
                continue;
            }
            String word = tokens.surface(i).toLowerCase(Locale.ROOT);
            if (NEGATIONS.contains(word)) {
                negated = i;
                continue;
            }
            Double found = valence.get(word);
            if (found != null && !names.covers(tokens.start(i), tokens.end(i))) {
                boolean reversed = negated >= 0 && i - negated <= REACH;
                sum += reversed ? found * NEGATION : found;
            }
        }
        return sum;
    }
}
