package dateline.enrich.tagger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Cuts words into the pieces of a transformer's vocabulary, the longest that fits first; every piece but a word's first
 * begins with {@code ##}. After Wu et al., "Google's Neural Machine Translation System" (2016), section 4.1.
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final boolean lowerCase;
    final int begin;
    final int end;
    private final int unknown;

    WordPieces(List<String> pieces, boolean lowerCase) {
        vocabulary = HashMap.newHashMap(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            vocabulary.putIfAbsent(pieces.get(i), i);
        }
        this.lowerCase = lowerCase;
        begin = special("[CLS]");
        end = special("[SEP]");
        unknown = special("[UNK]");
    }

    /** Reads a {@code vocab.txt}. */
    static WordPieces read(Path file, boolean lowerCase) throws IOException {
        return new WordPieces(Files.readAllLines(file), lowerCase);
    }

    private int special(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece + ": is it a WordPiece vocab.txt?");
        }
        return id;
    }

    /** The pieces of a token; at least one. Marks within it are words of their own, as the models were trained. */
    void cut(String token, IntConsumer pieces) {
        String text = lowerCase ? withoutAccents(token.toLowerCase(Locale.ROOT)) : token;
        int from = 0;
        boolean any = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean mark = i < text.length() && isMark(text.charAt(i));
            if (mark || i == text.length()) {
                if (from < i) {
                    word(text.substring(from, i), pieces);
                    any = true;
                }
                if (mark) {
                    pieces.accept(vocabulary.getOrDefault(text.substring(i, i + 1), unknown));
                    any = true;
                }
                from = i + 1;
            }
        }
        if (!any) {
            pieces.accept(unknown);
        }
    }

    private void word(String word, IntConsumer pieces) {
        int[] found = new int[Math.min(word.length(), LONGEST_WORD)];
        int count = 0;
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer id = null;
            while (to > from && id == null) {
                id = vocabulary.get(from == 0 ? word.substring(0, to) : "##" + word.substring(from, to));
                to--;
            }
            if (id == null) {
                break;
            }
            found[count++] = id;
            from = to + 1;
        }
        if (from < word.length()) {
            pieces.accept(unknown);
            return;
        }
        for (int i = 0; i < count; i++) {
            pieces.accept(found[i]);
        }
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return (c < 0x80 && c > 0x20 && !Character.isLetterOrDigit(c))
                || (type >= Character.DASH_PUNCTUATION && type <= Character.OTHER_PUNCTUATION)
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION;
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
}
