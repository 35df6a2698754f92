package dateline.query.names;

import java.util.Map;
import java.util.Optional;

/** Finds the known word that a word was probably meant to be. */
final class Spelling {
    /** Below this length any word is near some other. */
    private static final int SHORTEST = 4;

    /** From this length on, two letters may be wrong. */
    private static final int LONG = 7;

    private Spelling() {}

    /**
     * The nearest of the words, of those equally near the most frequent one.
     *
     * @return empty if the word is one of them, or none is near
     */
    static Optional<String> nearest(String word, Map<String, Long> words) {
        if (word.length() < SHORTEST || words.containsKey(word)) {
            return Optional.empty();
        }
        int most = word.length() < LONG ? 1 : 2;
        String best = null;
        int bestDistance = most + 1;
        long bestCount = -1;
        for (Map.Entry<String, Long> each : words.entrySet()) {
            String other = each.getKey();
            if (Math.abs(other.length() - word.length()) > most) {
                continue;
            }
            int distance = distance(word, other, most);
            if (distance < bestDistance
                    || (distance == bestDistance && distance <= most && each.getValue() > bestCount)) {
                best = other;
                bestDistance = distance;
                bestCount = each.getValue();
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Letters to insert, remove, replace or swap with the next one (optimal string alignment, Damerau 1964), up to a bound.
     *
     * @return more than the bound if it is more
     */
    static int distance(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
