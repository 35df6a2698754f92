package dateline.ingest.revise;

import dateline.contract.ArticleId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one partition of {@code news.raw} holds: for every article its fingerprint and where its newest revision lies.
 * An open-addressing table in primitive arrays, about 80 bytes an article, since there is an entry for every article
 * ever seen. Not thread-safe: a partition has one owner.
 */
final class ArticleLedger {
    /**
     * What is known of one article.
     *
     * @param fingerprint of its newest revision
     * @param revision the newest one's number; 0 if its header did not tell
     * @param offset of its newest revision in {@code news.raw}
     */
    record Entry(Fingerprint fingerprint, int revision, long offset) {}

    private static final long TAKEN_DOWN = -1;
    private static final long FREE = -2;

    private final Set<String> blockedOutlets = new HashSet<>();
    private int size;
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private long[] text = new long[1024];
    private long[] rest = new long[1024];
    private long[] sightings = new long[1024];
    private int[] revisions = new int[1024];
    private long[] offsets = free(1024);

    /** Notes where the newest revision of an article lies. A takedown noted before stays. */
    void put(String id, Fingerprint fingerprint, int revision, long offset) {
        int slot = slot(id);
        if (offsets[slot] != TAKEN_DOWN) {
            revisions[slot] = revision;
            set(slot, id, fingerprint.text(), fingerprint.rest(), offset);
        }
    }

    /** Notes that an article must never come back. Its last revision stays known. */
    void takeDown(String id) {
        set(slot(id), id, 0, 0, TAKEN_DOWN);
    }

    /** Number of the last revision that was noted, also of an article taken down; 0 if none was. */
    int lastRevision(String id) {
        return revisions[slot(id)];
    }

    /**
     * Notes when a known article was seen.
     *
     * @return whether it had been seen later already; only what this ledger was told counts
     */
    boolean isOlderSighting(String id, Instant seenAt) {
        int slot = slot(id);
        long millis = seenAt.toEpochMilli();
        if (offsets[slot] < 0) {
            return false;
        }
        boolean older = millis < sightings[slot];
        sightings[slot] = Math.max(millis, sightings[slot]);
        return older;
    }

    boolean isTakenDown(String id) {
        return offsets[slot(id)] == TAKEN_DOWN;
    }

    /** Notes whether an outlet's articles are kept out. */
    void block(String outlet, boolean blocked) {
        if (blocked) {
            blockedOutlets.add(outlet);
        } else {
            blockedOutlets.remove(outlet);
        }
    }

    boolean isBlocked(String outlet) {
        return blockedOutlets.contains(outlet);
    }

    /** What is known of the article; null if nothing is, or if it was taken down. */
    @Nullable
    Entry find(String id) {
        int slot = slot(id);
        return offsets[slot] < 0
                ? null
                : new Entry(new Fingerprint(text[slot], rest[slot]), revisions[slot], offsets[slot]);
    }

    /** How many articles are known, those taken down included. */
    int size() {
        return size;
    }

    private void set(int slot, String id, long textHash, long restHash, long offset) {
        if (offsets[slot] == FREE) {
            size++;
        }
        high[slot] = high(id);
        low[slot] = low(id);
        text[slot] = textHash;
        rest[slot] = restHash;
        offsets[slot] = offset;
        if (size > offsets.length / 10 * 7) {
            grow();
        }
    }

    private int slot(String id) {
        if (!ArticleId.isValid(id)) {
            throw new IllegalArgumentException("not an article id: " + id);
        }
        return slot(high(id), low(id));
    }

    /** The id is a hash already, so its low bits serve as the table's hash. */
    private int slot(long idHigh, long idLow) {
        int mask = offsets.length - 1;
        int slot = (int) idLow & mask;
        while (offsets[slot] != FREE && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldText = text;
        long[] oldRest = rest;
        long[] oldSightings = sightings;
        int[] oldRevisions = revisions;
        long[] oldOffsets = offsets;
        int capacity = Math.multiplyExact(offsets.length, 2);
        high = new long[capacity];
        low = new long[capacity];
        text = new long[capacity];
        rest = new long[capacity];
        sightings = new long[capacity];
        revisions = new int[capacity];
        offsets = free(capacity);
        for (int i = 0; i < oldOffsets.length; i++) {
            if (oldOffsets[i] != FREE) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                text[slot] = oldText[i];
                rest[slot] = oldRest[i];
                sightings[slot] = oldSightings[i];
                revisions[slot] = oldRevisions[i];
                offsets[slot] = oldOffsets[i];
            }
        }
    }

    private static long high(String id) {
        return HexFormat.fromHexDigitsToLong(id, 0, 16);
    }

    private static long low(String id) {
        return HexFormat.fromHexDigitsToLong(id, 16, 32);
    }

    private static long[] free(int capacity) {
        long[] offsets = new long[capacity];
        Arrays.fill(offsets, FREE);
        return offsets;
    }
}
