package dateline.enrich.time;

import dateline.enrich.token.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a sentence speaks of what was or of what will be where it names a day: the nearest word before the date
 * that tells decides, else the first one behind it.
 */
final class Tense {
    private static final int BEFORE = 14;
    private static final int BEHIND = 12;
    private static final int LONGEST_WORD = 24;

    private Tense() {}

    /** {@code FUTURE} or {@code PAST}; null if nothing near tells. */
    static DateWords.@Nullable Kind at(Tokens tokens, int from, int to, DateWords words) {
        for (int i = from - 1; i >= Math.max(0, from - BEFORE) && !ends(tokens, i); i--) {
            DateWords.Kind tense = of(tokens, i, words);
            if (tense != null) {
                return tense;
            }
        }
        for (int i = to; i < Math.min(tokens.size(), to + BEHIND) && !ends(tokens, i); i++) {
            DateWords.Kind tense = of(tokens, i, words);
            if (tense != null) {
                return tense;
            }
        }
        return null;
    }

    private static DateWords.@Nullable Kind of(Tokens tokens, int i, DateWords words) {
        if (!tokens.isWord(i) || tokens.end(i) - tokens.start(i) >= LONGEST_WORD) {
            return null;
        }
        // "will be received": the participle says nothing of the tense.
        boolean passive = i > 0 && tokens.isWord(i - 1) && tokens.surface(i - 1).equals("be");
        return passive ? null : words.tense(tokens.surface(i).toLowerCase(Locale.ROOT));
    }

    private static boolean ends(Tokens tokens, int i) {
        return tokens.is(i, '.') || tokens.is(i, '!') || tokens.is(i, '?') || tokens.is(i, ';');
    }
}
