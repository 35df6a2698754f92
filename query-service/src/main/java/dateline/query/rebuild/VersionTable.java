package dateline.query.rebuild;

import java.util.HexFormat;

/**
 * What the log and the index say of each article: an open-addressing table in primitive arrays, 40 bytes a slot and at
 * most half full. Not thread-safe.
 */
final class VersionTable {
    /** In place of a version: there is no such article. */
    static final long ABSENT = -1;

    private int size;
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private long[] logged = new long[1024];
    private long[] indexed = new long[1024];
    /** Partition and offset of the newest record, plus one; 0 marks a free slot. */
    private long[] places = new long[1024];

    private static final int PARTITION_SHIFT = 48;

    /** Is told of an article. */
    interface Visitor {
        void visit(String id, long logged, long indexed, int partition, long offset);
    }

    /** Notes what the log says last. */
    void logged(String id, long version, int partition, long offset) {
        int slot = slotFor(id);
        logged[slot] = version;
        places[slot] = ((long) partition << PARTITION_SHIFT | offset) + 1;
    }

    /**
     * Notes what the index says.
     *
     * @return false if the log says nothing of that article
     */
    boolean indexed(String id, long version) {
        int slot = slot(high(id), low(id));
        if (places[slot] == 0) {
            return false;
        }
        indexed[slot] = version;
        return true;
    }

    void forEach(Visitor visitor) {
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < places.length; i++) {
            if (places[i] != 0) {
                long place = places[i] - 1;
                visitor.visit(
                        hex.toHexDigits(high[i]) + hex.toHexDigits(low[i]),
                        logged[i],
                        indexed[i],
                        (int) (place >> PARTITION_SHIFT),
                        place & ((1L << PARTITION_SHIFT) - 1));
            }
        }
    }

    /** Over ids and versions, in whatever order; equal sets have equal sums. */
    static long mix(String id, long version) {
        long hash = high(id) * 0x9E3779B97F4A7C15L ^ low(id) + version * 0xC2B2AE3D27D4EB4FL;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 29;
    }

    private int slotFor(String id) {
        int slot = slot(high(id), low(id));
        if (places[slot] == 0) {
            if (++size > places.length / 2) {
                grow();
                slot = slot(high(id), low(id));
            }
            high[slot] = high(id);
            low[slot] = low(id);
            indexed[slot] = ABSENT;
        }
        return slot;
    }

    private int slot(long idHigh, long idLow) {
        int mask = places.length - 1;
        int slot = (int) idLow & mask;
        while (places[slot] != 0 && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[][] old = {high, low, logged, indexed, places};
        int capacity = Math.multiplyExact(places.length, 2);
        high = new long[capacity];
        low = new long[capacity];
        logged = new long[capacity];
        indexed = new long[capacity];
        places = new long[capacity];
        for (int i = 0; i < old[4].length; i++) {
            if (old[4][i] != 0) {
                int slot = slot(old[0][i], old[1][i]);
                high[slot] = old[0][i];
                low[slot] = old[1][i];
                logged[slot] = old[2][i];
                indexed[slot] = old[3][i];
                places[slot] = old[4][i];
            }
        }
    }

    private static long high(String id) {
        return HexFormat.fromHexDigitsToLong(id, 0, 16);
    }

    private static long low(String id) {
        return HexFormat.fromHexDigitsToLong(id, 16, 32);
    }
}
