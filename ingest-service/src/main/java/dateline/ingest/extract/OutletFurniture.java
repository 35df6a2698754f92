package dateline.ingest.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Learns which texts repeat across the pages of one outlet: a line that stands on several of the last pages is furniture
 * of the template and not of a story. Only the last pages count, so what an outlet drops is forgotten, and memory is
 * bounded: at most {@value #PAGES} pages of {@value #LINES} fingerprints of eight bytes each. Not thread-safe; one
 * instance per outlet, fed by one thread at a time.
 */
public final class OutletFurniture {
    /** How many of the last pages are remembered. */
    public static final int PAGES = 40;
    /** How many different lines of a page are remembered. */
    public static final int LINES = 400;

    private static final int MIN_PAGES = 4;
    private static final double MIN_SHARE = 0.3;

    private final Deque<Seen> pages = new ArrayDeque<>();
    private final Map<Long, Integer> counts = new HashMap<>();

    private record Seen(String id, Set<Long> lines) {}

    /**
     * Takes note of a page.
     *
     * @param id what tells the page from others, such as the article's id: the same page seen again replaces itself, so
     *     that one article polled often does not pass for a template
     * @param extraction what was read from it
     */
    public void learn(String id, Extraction extraction) {
        Set<Long> lines = new HashSet<>();
        extraction.blocks().forEach(block -> block.text().lines().forEach(line -> add(lines, line)));
        extraction.furniture().forEach(furniture -> add(lines, furniture.text()));
        pages.stream().filter(page -> page.id.equals(id)).findFirst().ifPresent(page -> {
            pages.remove(page);
            forget(page);
        });
        pages.addLast(new Seen(id, lines));
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        if (pages.size() > PAGES) {
            forget(pages.removeFirst());
        }
    }

    /**
     * Fingerprints of the lines that stand on at least {@code 4} of the last pages and on three in ten of them; for
     * {@link Hints#withRepeated}.
     */
    public Set<Long> repeated() {
        Set<Long> repeated = new HashSet<>();
        counts.forEach((line, count) -> {
            if (count >= MIN_PAGES && count >= pages.size() * MIN_SHARE) {
                repeated.add(line);
            }
        });
        return repeated;
    }

    /** What two lines have in common that differ only in case, white space, punctuation or numbers. */
    static long fingerprint(String line) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c)) {
                hash = (hash ^ Character.toLowerCase(c)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    private static void add(Set<Long> lines, String line) {
        if (lines.size() < LINES && line.chars().anyMatch(Character::isLetter)) {
            lines.add(fingerprint(line));
        }
    }

    private void forget(Seen page) {
        page.lines.forEach(line -> counts.computeIfPresent(line, (key, count) -> count == 1 ? null : count - 1));
    }
}
