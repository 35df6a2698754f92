package dateline.enrich.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * Where the newest record of each key lies in one partition. An open-addressing table in primitive arrays, 24 bytes a
 * slot and at most half full, since there is an entry for every article. Keys are held by the first 128 bits of their
 * SHA-256. Not thread-safe.
 */
final class NewestOffsets {
    private static final long FREE = -1;

    private int size;
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    /** Twice the offset, one more for a tombstone. */
    private long[] places = free(1024);

    private long readTo;

    /** The offset before which everything was noted. */
    long readTo() {
        return readTo;
    }

    /** Everything before this offset was noted. */
    void readTo(long offset) {
        readTo = offset;
    }

    /** Notes a record; later ones of the same key take its place. */
    void note(String key, long offset, boolean tombstone) {
        long[] hash = hash(key);
        int slot = slot(hash[0], hash[1]);
        if (places[slot] == FREE) {
            size++;
        }
        high[slot] = hash[0];
        low[slot] = hash[1];
        places[slot] = offset << 1 | (tombstone ? 1 : 0);
        if (size > places.length / 2) {
            grow();
        }
    }

    /** Offset of the key's newest record; -1 if there is none or it is a tombstone. */
    long find(String key) {
        long[] hash = hash(key);
        return offset(places[slot(hash[0], hash[1])]);
    }

    /** How many keys were noted. */
    int size() {
        return size;
    }

    /** Offsets of all newest records but tombstones, from the first to before the last given, ascending. */
    long[] between(long from, long to) {
        return sorted(Arrays.stream(places).map(NewestOffsets::offset), from, to);
    }

    /** Likewise, of these keys only. */
    long[] between(long from, long to, Collection<String> keys) {
        return sorted(keys.stream().mapToLong(this::find).distinct(), from, to);
    }

    private static long[] sorted(LongStream offsets, long from, long to) {
        return offsets.filter(offset -> offset >= 0 && offset >= from && offset < to)
                .sorted()
                .toArray();
    }

    private static long offset(long place) {
        return place == FREE || (place & 1) == 1 ? -1 : place >> 1;
    }

    private int slot(long keyHigh, long keyLow) {
        int mask = places.length - 1;
        int slot = (int) keyLow & mask;
        while (places[slot] != FREE && (high[slot] != keyHigh || low[slot] != keyLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldPlaces = places;
        int capacity = Math.multiplyExact(places.length, 2);
        high = new long[capacity];
        low = new long[capacity];
        places = free(capacity);
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != FREE) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    private static long[] free(int capacity) {
        long[] free = new long[capacity];
        Arrays.fill(free, FREE);
        return free;
    }

    private static long[] hash(String key) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            return new long[] {hash.getLong(), hash.getLong()};
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
