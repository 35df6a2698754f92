package dateline.enrich.entity;

import java.util.Arrays;

/** Numbers for words, without an object per word: one character array and one hash table. */
final class Vocabulary {
    private static final int ABSENT = -1;

    private char[] characters = new char[1 << 16];
    /** Word {@code n} begins at {@code offsets[n]} and ends where the next begins. */
    private int[] offsets = new int[1 << 12];

    private int[] table = new int[1 << 13];
    private int size;

    Vocabulary() {
        Arrays.fill(table, ABSENT);
    }

    int size() {
        return size;
    }

    /** The word's number, or -1. */
    int find(CharSequence word) {
        return table[slot(word, hash(word))];
    }

    /** The word's number, a new one if need be. */
    int add(CharSequence word) {
        int hash = hash(word);
        int slot = slot(word, hash);
        if (table[slot] != ABSENT) {
            return table[slot];
        }
        if (size + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        int start = offsets[size];
        if (start + word.length() > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, start + word.length()));
        }
        for (int i = 0; i < word.length(); i++) {
            characters[start + i] = word.charAt(i);
        }
        table[slot] = size;
        offsets[++size] = start + word.length();
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        Arrays.fill(larger, ABSENT);
        for (int word : table) {
            if (word != ABSENT) {
                int slot = spread(hash(word)) & (larger.length - 1);
                while (larger[slot] != ABSENT) {
                    slot = (slot + 1) & (larger.length - 1);
                }
                larger[slot] = word;
            }
        }
        table = larger;
    }

    private int slot(CharSequence word, int hash) {
        int slot = spread(hash) & (table.length - 1);
        while (table[slot] != ABSENT && !equals(table[slot], word)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean equals(int number, CharSequence word) {
        int start = offsets[number];
        if (offsets[number + 1] - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (characters[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int hash(int number) {
        int hash = 0;
        for (int i = offsets[number]; i < offsets[number + 1]; i++) {
            hash = hash * 31 + characters[i];
        }
        return hash;
    }

    private static int hash(CharSequence word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B1;
        return mixed ^ (mixed >>> 15);
    }
}
