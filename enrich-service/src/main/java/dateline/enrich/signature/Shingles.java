package dateline.enrich.signature;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The word sequences of a text as 64-bit hashes. A shingle is three words in a row, or six characters where words are
 * written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese). Case, punctuation, layout and the form of
 * quotation marks do not count. Everything here is fixed for ever: a change makes old signatures worthless, so it needs a
 * new version of the enricher.
 */
final class Shingles {
    private static final int WEIGHT = 6;
    private static final int WORD = 2;
    private static final int CHARACTER = 1;
    /** Basis and prime of FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv). */
    private static final long BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Shingles() {}

    /** The different shingles, ascending; empty if the text is shorter than one. */
    static long[] of(String text) {
        String normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        long[] units = new long[64];
        byte[] weights = new byte[64];
        int count = 0;
        for (int at = 0; at < normal.length(); ) {
            int c = normal.codePointAt(at);
            if (!isWordPart(c)) {
                at += Character.charCount(c);
                continue;
            }
            boolean alone = standsAlone(c);
            int end = alone ? at + Character.charCount(c) : wordEnd(normal, at);
            if (count == units.length) {
                units = Arrays.copyOf(units, count * 2);
                weights = Arrays.copyOf(weights, count * 2);
            }
            units[count] = hash(normal, at, end);
            weights[count++] = (byte) (alone ? CHARACTER : WORD);
            at = end;
        }
        return different(units, weights, count);
    }

    private static long[] different(long[] units, byte[] weights, int count) {
        long[] shingles = new long[count];
        int size = 0;
        for (int from = 0; from < count; from++) {
            int weight = 0;
            long hash = BASIS;
            int to = from;
            while (to < count && weight < WEIGHT) {
                hash = (hash ^ units[to]) * PRIME;
                weight += weights[to++];
            }
            if (weight >= WEIGHT) {
                shingles[size++] = mix(hash);
            }
        }
        long[] sorted = Arrays.copyOf(shingles, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!isWordPart(c) || standsAlone(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static long hash(String text, int start, int end) {
        long hash = BASIS;
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            hash = (hash ^ Character.toLowerCase(c)) * PRIME;
            at += Character.charCount(c);
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014). */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** By blocks, which never change: Thai, Lao, Burmese, Khmer, kana, ideographs. */
    private static boolean standsAlone(int c) {
        return (c >= 0xE00 && c <= 0xEFF)
                || (c >= 0x1000 && c <= 0x109F)
                || (c >= 0x1780 && c <= 0x17FF)
                || (c >= 0x3040 && c <= 0x30FF)
                || (c >= 0x3400 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x3FFFF);
    }
}
