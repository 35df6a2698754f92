package dateline.enrich.tagger;

/** The hash functions that lexica, features and model agree on. Changing one makes every shipped file useless. */
final class Hashes {
    static final int START = 0x811C9DC5;

    private Hashes() {}

    /** Adds a character to a word's hash. */
    static int next(int hash, char c) {
        return (hash ^ c) * 0x01000193;
    }

    /** The hash of a word with its digits made 0. */
    static int word(CharSequence text, int start, int end) {
        int hash = START;
        for (int i = start; i < end; i++) {
            hash = next(hash, digit(text.charAt(i)));
        }
        return mix(hash, end - start);
    }

    /** The same in lower case. */
    static int lower(CharSequence text, int start, int end) {
        int hash = START;
        for (int i = start; i < end; i++) {
            hash = next(hash, lower(text.charAt(i)));
        }
        return mix(hash, end - start);
    }

    static char digit(char c) {
        return c >= '0' && c <= '9' ? '0' : c == '’' ? '\'' : c;
    }

    static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : digit(c);
        }
        return c == '’' ? '\'' : Character.toLowerCase(c);
    }

    /** Two values into one. */
    static int mix(int a, int b) {
        int hash = a * 0x9E3779B1 + b;
        hash ^= hash >>> 15;
        hash *= 0x85EBCA6B;
        return hash ^ (hash >>> 13);
    }
}
