package dateline.enrich;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Adds up what was found against what is labelled; an item is right only if it is equal in every part. */
public final class SpanValueScore {
    private int right;
    private int found;
    private int gold;

    /** Counts one article and returns what was wrong and what was missed, in that order. */
    public <T> List<Set<T>> add(List<T> foundItems, List<T> goldItems) {
        Set<T> wrong = new HashSet<>(foundItems);
        Set<T> missed = new HashSet<>(goldItems);
        found += wrong.size();
        gold += missed.size();
        goldItems.forEach(wrong::remove);
        foundItems.forEach(missed::remove);
        right += new HashSet<>(foundItems).size() - wrong.size();
        return List.of(wrong, missed);
    }

    public double f1() {
        return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
    }

    public String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f (%d of %d) | %.3f (of %d) | %.3f |",
                name,
                (double) right / Math.max(1, found),
                right,
                found,
                (double) right / Math.max(1, gold),
                gold,
                f1());
    }
}
