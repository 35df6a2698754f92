package dateline.enrich.entity;

import dateline.enrich.token.Folding;
import dateline.enrich.token.Tokens;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** One article under the tagger's eyes: its tokens, and what their letter case says. */
final class Reading {
    private static final byte UPPER = 1;
    private static final byte ALL_UPPER = 2;
    private static final byte CASELESS = 4;
    private static final byte SHOUTED = 8;

    final Tokens tokens;
    final String language;
    private final byte[] cases;
    private final int[] sentenceOf;
    private final String[] folded;
    private final Set<String> lowerCased = new HashSet<>();

    Reading(Tokens tokens, String language) {
        this.tokens = tokens;
        this.language = language;
        cases = new byte[tokens.size()];
        sentenceOf = new int[tokens.size()];
        folded = new String[tokens.size()];
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int shouted = 0;
            int words = 0;
            for (int i = tokens.sentenceStart(s); i < tokens.sentenceEnd(s); i++) {
                sentenceOf[i] = s;
                if (tokens.isWord(i)) {
                    cases[i] = caseOf(i);
                    words++;
                    if ((cases[i] & ALL_UPPER) != 0) {
                        shouted++;
                    } else if ((cases[i] & (UPPER | CASELESS)) == 0 && tokens.end(i) - tokens.start(i) < 60) {
                        lowerCased.add(folded(i));
                    }
                }
            }
            if (words >= 4 && shouted * 10 > words * 7) {
                for (int i = tokens.sentenceStart(s); i < tokens.sentenceEnd(s); i++) {
                    cases[i] |= SHOUTED;
                }
            }
        }
    }

    private byte caseOf(int token) {
        String text = tokens.text();
        int first = text.codePointAt(tokens.start(token));
        if (tokens.end(token) - tokens.start(token) > 1 && !Character.isLetter(first)) {
            first = text.codePointAt(tokens.start(token) + 1);
        }
        // Unicode calls the letters of Georgian lower case, but its sentences and names have no others.
        if (first >= 0x10D0 && first <= 0x10FF) {
            return CASELESS;
        }
        if (!Character.isUpperCase(first) && !Character.isTitleCase(first)) {
            boolean caseless = !Character.isLowerCase(first);
            return caseless ? CASELESS : 0;
        }
        int capitals = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return UPPER;
            }
            if (Character.isUpperCase(c)) {
                capitals++;
            }
        }
        return capitals > 1 ? (byte) (UPPER | ALL_UPPER) : UPPER;
    }

    String language() {
        return language.toLowerCase(Locale.ROOT);
    }

    /** Begins with a capital. */
    boolean isUpper(int token) {
        return (cases[token] & UPPER) != 0;
    }

    /** Has two letters or more, all capitals. */
    boolean isAllUpper(int token) {
        return (cases[token] & ALL_UPPER) != 0;
    }

    /** Of a script without capitals. */
    boolean isCaseless(int token) {
        return (cases[token] & CASELESS) != 0;
    }

    /** In a headline that is all capitals, where case says nothing. */
    boolean isShouted(int token) {
        return (cases[token] & SHOUTED) != 0;
    }

    /** Whether the article has the word in lower case somewhere. */
    boolean occursInLowerCase(int token) {
        return lowerCased.contains(folded(token));
    }

    int sentence(int token) {
        return sentenceOf[token];
    }

    /** Whether only punctuation comes before it in its sentence. */
    boolean beginsSentence(int token) {
        int i = token - 1;
        int start = tokens.sentenceStart(sentenceOf[token]);
        while (i >= start && tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
            if (tokens.is(i, ':')) {
                return true;
            }
            i--;
        }
        return i < start;
    }

    String folded(int token) {
        String form = folded[token];
        if (form == null) {
            StringBuilder builder = new StringBuilder();
            Folding.fold(tokens.text(), tokens.start(token), tokens.end(token), builder);
            form = AliasIndex.withoutDots(builder);
            folded[token] = form;
        }
        return form;
    }
}
