package dateline.ingest.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The entries that a feed had so far, twelve bytes each: key and version. Bounded; those that the document still holds
 * are forgotten last.
 */
final class SeenEntries {
    static final SeenEntries NONE = new SeenEntries(new long[0], new int[0]);

    private static final int BYTES = Long.BYTES + Integer.BYTES;

    // Oldest first.
    private final long[] keys;
    private final int[] versions;

    private SeenEntries(long[] keys, int[] versions) {
        this.keys = keys;
        this.versions = versions;
    }

    /** The version last seen of the entry, if it was seen. */
    OptionalInt version(long key) {
        for (int i = keys.length - 1; i >= 0; i--) {
            if (keys[i] == key) {
                return OptionalInt.of(versions[i]);
            }
        }
        return OptionalInt.empty();
    }

    /** The same after these entries were seen now, with the oldest forgotten beyond {@code limit}. */
    SeenEntries with(Collection<KeyedEntry> now, int limit) {
        Map<Long, Integer> all = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i++) {
            all.put(keys[i], versions[i]);
        }
        for (KeyedEntry entry : now) {
            all.remove(entry.key());
            all.put(entry.key(), entry.version());
        }
        int skip = Math.max(0, all.size() - limit);
        long[] nextKeys = new long[all.size() - skip];
        int[] nextVersions = new int[nextKeys.length];
        int at = 0;
        for (Map.Entry<Long, Integer> entry : all.entrySet()) {
            if (skip > 0) {
                skip--;
            } else {
                nextKeys[at] = entry.getKey();
                nextVersions[at++] = entry.getValue();
            }
        }
        return new SeenEntries(nextKeys, nextVersions);
    }

    int size() {
        return keys.length;
    }

    @JsonValue
    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(keys.length * BYTES);
        for (int i = 0; i < keys.length; i++) {
            bytes.putLong(keys[i]).putInt(versions[i]);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    @JsonCreator
    static SeenEntries decoded(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        int size = bytes.remaining() / BYTES;
        long[] keys = new long[size];
        int[] versions = new int[size];
        for (int i = 0; i < size; i++) {
            keys[i] = bytes.getLong();
            versions[i] = bytes.getInt();
        }
        return new SeenEntries(keys, versions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenEntries seen
                && Arrays.equals(keys, seen.keys)
                && Arrays.equals(versions, seen.versions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }
}
