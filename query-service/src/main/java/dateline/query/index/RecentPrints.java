package dateline.query.index;

import dateline.contract.Signature;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was written last to one index, which no search may see yet, and what is just being written. Some 40 MB when full.
 * Not thread-safe: whoever uses it holds its lock.
 */
final class RecentPrints {
    static final int CAPACITY = 8_000;

    /** How many may be written before the index is to be refreshed: well before any is forgotten. */
    private static final int REFRESH_AFTER = CAPACITY / 2;

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    /** Lists, since nearly all are of one, and sets of one take five times the memory. */
    private final Map<String, List<Entry>> byBand = new HashMap<>();

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final ArrayDeque<String> goneInOrder = new ArrayDeque<>();
    private int sinceRefresh;

    /** An article that was written or is being written. */
    static final class Entry {
        private final String id;
        private final Instant published;
        private final Instant appeared;
        private final int shingles;
        private final int[] minhash;
        private final List<String> bands;
        private @Nullable String first;
        /** Whether the index has it; until then, whoever writes it sees to it that it says the right {@link #first()}. */
        boolean stored;

        Entry(Print print, @Nullable String first) {
            this.id = print.id();
            this.published = print.published();
            this.appeared = print.appeared();
            this.shingles = print.signature().shingles();
            // A list of numbers takes five times the memory of an array, and few are ever compared.
            this.minhash = print.signature().minhash().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.bands = print.bands();
            this.first = first;
        }

        String id() {
            return id;
        }

        Print print() {
            return new Print(
                    id,
                    published,
                    appeared,
                    new Signature(Arrays.stream(minhash).boxed().toList(), shingles),
                    bands);
        }

        /** The first of its group; none if that is itself. */
        @Nullable
        String first() {
            return first;
        }
    }

    Entry add(Print print, @Nullable String first) {
        forget(print.id());
        gone.remove(print.id());
        Entry entry = new Entry(print, first);
        byId.put(print.id(), entry);
        keep(byFirst, first, entry);
        print.bands().forEach(band -> keep(byBand, band, entry));
        sinceRefresh++;
        if (byId.size() > CAPACITY) {
            forget(byId.keySet().iterator().next());
        }
        return entry;
    }

    /** The article is not what it was: changed to something that has no print, or taken down. */
    void forget(String id) {
        Entry entry = byId.remove(id);
        if (entry == null) {
            return;
        }
        entry.bands.forEach(band -> drop(byBand, band, entry));
        drop(byFirst, entry.first, entry);
    }

    /** It belongs to another group from now on. */
    void follow(Entry entry, @Nullable String first) {
        drop(byFirst, entry.first, entry);
        entry.first = first;
        keep(byFirst, first, entry);
    }

    private static void keep(Map<String, List<Entry>> map, @Nullable String key, Entry entry) {
        if (key != null) {
            map.merge(
                    key,
                    List.of(entry),
                    (kept, one) -> Stream.concat(kept.stream(), one.stream()).toList());
        }
    }

    private static void drop(Map<String, List<Entry>> map, @Nullable String key, Entry entry) {
        if (key != null) {
            map.computeIfPresent(key, (same, kept) -> {
                List<Entry> left =
                        kept.stream().filter(each -> !each.equals(entry)).toList();
                return left.isEmpty() ? null : left;
            });
        }
    }

    /** The article is no more, though a search may find it for a moment. */
    void remove(String id) {
        forget(id);
        if (gone.add(id)) {
            goneInOrder.add(id);
        }
        if (goneInOrder.size() > CAPACITY) {
            gone.remove(goneInOrder.remove());
        }
    }

    boolean isGone(String id) {
        return gone.contains(id);
    }

    @Nullable
    Entry get(String id) {
        return byId.get(id);
    }

    /** Those that share a key with it. */
    Collection<Entry> sharing(Print print) {
        Set<Entry> sharing = new LinkedHashSet<>();
        print.bands().forEach(band -> sharing.addAll(byBand.getOrDefault(band, List.of())));
        return sharing;
    }

    /** Those that count as reprints of an article. */
    List<Entry> followers(String id) {
        return byFirst.getOrDefault(id, List.of());
    }

    /** Whether so many were written that the index is to be refreshed now; says so once. */
    boolean takeRefresh() {
        if (sinceRefresh < REFRESH_AFTER) {
            return false;
        }
        sinceRefresh = 0;
        return true;
    }
}
