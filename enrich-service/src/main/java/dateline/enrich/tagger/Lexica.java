package dateline.enrich.tagger;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * What the tagger knows of words and phrases: Brown clusters of words, and gazetteer lists of names. Both are kept as
 * 32-bit fingerprints, not as text: 1.2 million phrases in some 10 MB, at the price that about one unknown phrase in
 * 3,500 is taken for a known one.
 */
final class Lexica {
    private final Fingerprints clusters;
    /** Bit strings of the clusters, as an integer with a leading 1. */
    private final int[] clusterPaths;

    private final Fingerprints phrases;
    /** Sets of list numbers, a bit each. */
    private final int[] phraseLists;

    private Lexica(Fingerprints clusters, int[] clusterPaths, Fingerprints phrases, int[] phraseLists) {
        this.clusters = clusters;
        this.clusterPaths = clusterPaths;
        this.phrases = phrases;
        this.phraseLists = phraseLists;
    }

    static Lexica read(DataInputStream in) throws IOException {
        int[] paths = readInts(in);
        Fingerprints clusters = Fingerprints.read(in);
        int[] lists = readInts(in);
        Fingerprints phrases = Fingerprints.read(in);
        return new Lexica(clusters, paths, phrases, lists);
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    /** The Brown cluster of a word, by {@link Hashes#lower}: its path from the root with a leading 1, or 0. */
    int cluster(int lowerHash) {
        int value = clusters.find(lowerHash);
        return value < 0 ? 0 : clusterPaths[value];
    }

    /** The lists that hold a phrase, a bit each, by the mix of its words' hashes. */
    int lists(int phraseHash) {
        int value = phrases.find(phraseHash);
        return value < 0 ? 0 : phraseLists[value];
    }

    /** A map from fingerprints to small numbers. */
    static final class Fingerprints {
        /** A fingerprint and, below it, its number plus 1; 0 where there is none. In one array, for each lookup is a cache miss. */
        private final long[] slots;

        private final int mask;

        private Fingerprints(int capacity) {
            slots = new long[capacity];
            mask = capacity - 1;
        }

        /** Fingerprints are stored in order, each as the distance from the one before, in groups of seven bits. */
        static Fingerprints read(DataInputStream in) throws IOException {
            int size = in.readInt();
            Fingerprints map = new Fingerprints(Math.max(2, Integer.highestOneBit(size) * 4));
            long fingerprint = 0;
            for (int i = 0; i < size; i++) {
                fingerprint += readVarint(in);
                map.put((int) fingerprint, (short) readVarint(in));
            }
            return map;
        }

        private static long readVarint(DataInputStream in) throws IOException {
            long value = 0;
            int shift = 0;
            int part;
            do {
                part = in.readUnsignedByte();
                value |= (long) (part & 0x7F) << shift;
                shift += 7;
            } while (part >= 0x80);
            return value;
        }

        private void put(int key, short value) {
            int slot = key & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (long) key << Short.SIZE | (value + 1) & 0xFFFF;
        }

        int find(int key) {
            int slot = key & mask;
            while (slots[slot] != 0) {
                if ((int) (slots[slot] >> Short.SIZE) == key) {
                    return (short) slots[slot] - 1;
                }
                slot = (slot + 1) & mask;
            }
            return -1;
        }
    }
}
