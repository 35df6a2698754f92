package dateline.enrich.entity;

import dateline.enrich.knowledge.Entity;
import dateline.enrich.token.Folding;
import dateline.enrich.token.Tokens;
import java.util.Arrays;

/**
 * Every known name, in a trie over folded words that is walked along an article's tokens. Edges lie in one hash table,
 * so that some hundred thousand names take some tens of megabytes. Immutable once built.
 */
final class AliasIndex {
    /** How a name may be used as evidence. */
    enum Role {
        /** A full name. */
        FULL,
        /** Letters for words. */
        ACRONYM,
        /** Stands for the entity only with support: a surname, a short form. */
        SHORT
    }

    /** What a walk along the tokens finds. */
    interface Visitor {
        /**
         * A name was read.
         *
         * @param end the token after its last
         * @param aliases range in the alias arrays: first (inclusive), last (exclusive)
         * @param inflected whether a word had to be brought into its dictionary form
         */
        void found(int end, int firstAlias, int lastAlias, boolean inflected);
    }

    private static final int LONGEST_NAME = 14;

    final Vocabulary vocabulary;
    final Entity[] entities;
    private final long[] edgeKeys;
    private final int[] edgeTargets;
    /** Aliases of node {@code n}: from {@code nodeAliases[n]} to {@code nodeAliases[n + 1]}. */
    private final int[] nodeAliases;

    final int[] aliasEntity;
    final Role[] aliasRole;
    final String[] aliasText;
    final String[] aliasLanguage;

    AliasIndex(
            Vocabulary vocabulary,
            Entity[] entities,
            long[] edgeKeys,
            int[] edgeTargets,
            int[] nodeAliases,
            int[] aliasEntity,
            Role[] aliasRole,
            String[] aliasText,
            String[] aliasLanguage) {
        this.vocabulary = vocabulary;
        this.entities = entities;
        this.edgeKeys = edgeKeys;
        this.edgeTargets = edgeTargets;
        this.nodeAliases = nodeAliases;
        this.aliasEntity = aliasEntity;
        this.aliasRole = aliasRole;
        this.aliasText = aliasText;
        this.aliasLanguage = aliasLanguage;
    }

    int aliasCount() {
        return aliasEntity.length;
    }

    /** The folded form under which a token is looked up: dots of an acronym do not count. */
    static String key(Tokens tokens, int token) {
        StringBuilder folded = new StringBuilder();
        String text = tokens.text();
        Folding.fold(text, tokens.start(token), tokens.end(token), folded);
        return withoutDots(folded);
    }

    static String withoutDots(StringBuilder folded) {
        int kept = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c != '.') {
                folded.setCharAt(kept++, c);
            }
        }
        return folded.substring(0, kept);
    }

    /** Walks all names that begin at the token and stay within the sentence. */
    void walk(Lookup lookup, int token, int sentenceEnd, Visitor visitor) {
        if (lookup.hasAny(token)) {
            step(lookup, 0, token, sentenceEnd, 0, false, visitor);
        }
    }

    private void step(Lookup lookup, int node, int token, int end, int depth, boolean inflected, Visitor visitor) {
        for (int k = lookup.first(token); k < lookup.last(token); k++) {
            int next = follow(node, lookup.word(k));
            if (next < 0) {
                continue;
            }
            boolean changed = inflected || k > lookup.first(token) || !lookup.exact(token);
            if (nodeAliases[next] < nodeAliases[next + 1]) {
                visitor.found(token + 1, nodeAliases[next], nodeAliases[next + 1], changed);
            }
            int following = lookup.nextWord(token, end);
            if (following >= 0 && depth < LONGEST_NAME) {
                step(lookup, next, following, end, depth + 1, changed, visitor);
            }
        }
    }

    private int follow(int node, int word) {
        long key = edge(node, word);
        int slot = spread(key) & (edgeKeys.length - 1);
        while (edgeKeys[slot] != 0) {
            if (edgeKeys[slot] == key) {
                return edgeTargets[slot];
            }
            slot = (slot + 1) & (edgeKeys.length - 1);
        }
        return -1;
    }

    /** Never 0, which means a free slot. */
    static long edge(int node, int word) {
        return ((long) node << 32) | (word + 1L);
    }

    static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33);
    }

    /** The words of an article as numbers of the vocabulary, several where a word may be an inflected form. */
    static final class Lookup {
        private static final int MOST_LEMMAS = 6;

        private final Tokens tokens;
        private final int[] starts;
        private final boolean[] exact;
        private int[] words;
        private int size;

        Lookup(Reading reading, Vocabulary vocabulary) {
            this.tokens = reading.tokens;
            String language = reading.language();
            starts = new int[tokens.size() + 1];
            exact = new boolean[tokens.size()];
            words = new int[tokens.size() + 16];
            for (int i = 0; i < tokens.size(); i++) {
                starts[i] = size;
                if (tokens.kind(i) == Tokens.Kind.WORD || tokens.kind(i) == Tokens.Kind.NUMBER) {
                    add(reading, i, vocabulary, language);
                }
            }
            starts[tokens.size()] = size;
        }

        private void add(Reading reading, int token, Vocabulary vocabulary, String language) {
            if (tokens.end(token) - tokens.start(token) > 60) {
                return;
            }
            String key = reading.folded(token);
            int number = vocabulary.find(key);
            if (number >= 0) {
                exact[token] = true;
                push(number);
            }
            int first = size;
            Inflections.lemmas(key, language, lemma -> {
                int form = vocabulary.find(lemma);
                if (form >= 0 && form != number && size - first < MOST_LEMMAS) {
                    push(form);
                }
            });
        }

        private void push(int word) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
            }
            words[size++] = word;
        }

        boolean hasAny(int token) {
            return starts[token] < starts[token + 1];
        }

        int first(int token) {
            return starts[token];
        }

        int last(int token) {
            return starts[token + 1];
        }

        int word(int k) {
            return words[k];
        }

        boolean exact(int token) {
            return exact[token];
        }

        /** The next word of the same name: a hyphen, a full stop or an ampersand may lie between. -1 if there is none. */
        int nextWord(int token, int end) {
            int next = token + 1;
            if (next < end && tokens.kind(next) == Tokens.Kind.PUNCTUATION && joins(next)) {
                next++;
            }
            return next < end && hasAny(next) ? next : -1;
        }

        private boolean joins(int token) {
            char c = tokens.text().charAt(tokens.start(token));
            return switch (c) {
                case '-', '‐', '‑', '–', '.', '&', '·', '・', '’', '\'', '/' ->
                    tokens.end(token) - tokens.start(token) == 1;
                default -> false;
            };
        }
    }
}
