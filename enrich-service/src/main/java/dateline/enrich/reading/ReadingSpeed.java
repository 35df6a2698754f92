package dateline.enrich.reading;

import dateline.enrich.token.Tokens;
import dateline.enrich.words.WordFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a text takes to read, by the words a minute of its language ({@code reading/speed.tsv} names the source). In
 * scripts without spaces 1.6 characters (Chinese, Japanese) or syllables (Thai and others) count as a word: the ratio that
 * the same source measured for Chinese.
 */
final class ReadingSpeed {
    private static final double CHARACTERS_A_WORD = 1.6;
    private static final int SECONDS = 60;

    private final Map<String, Integer> wordsAMinute = new HashMap<>();

    ReadingSpeed() {
        for (List<String> row : WordFile.rows("reading/speed.tsv", 2)) {
            wordsAMinute.put(row.get(0), Integer.valueOf(row.get(1)));
        }
    }

    int words(Tokens tokens) {
        int words = 0;
        int characters = 0;
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.kind(i)) {
                case WORD -> {
                    if (isAlone(tokens.text().codePointAt(tokens.start(i)))) {
                        characters++;
                    } else if (!(tokens.glued(i) && isClitic(tokens, i))) {
                        words++;
                    }
                }
                case NUMBER, ADDRESS -> words++;
                case PUNCTUATION, OTHER -> {}
            }
        }
        return words + (int) Math.round(characters / CHARACTERS_A_WORD);
    }

    /** "don't" and "Baku's" are a word each. */
    private static boolean isClitic(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return c == '\''
                || c == '’'
                || tokens.surface(i).startsWith("n'")
                || tokens.surface(i).startsWith("n’");
    }

    private static boolean isAlone(int c) {
        return (c >= 0xE00 && c <= 0xEFF)
                || (c >= 0x1000 && c <= 0x109F)
                || (c >= 0x1780 && c <= 0x17FF)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0x3400 && c <= 0x9FFF)
                || (c >= 0x20000 && c <= 0x3FFFF);
    }

    /** Seconds, rounded up. */
    int seconds(int words, String language) {
        int speed = wordsAMinute.getOrDefault(language, wordsAMinute.getOrDefault("und", SECONDS));
        return (int) Math.ceil((double) words * SECONDS / speed);
    }
}
