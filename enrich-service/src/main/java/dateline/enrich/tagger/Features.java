package dateline.enrich.tagger;

import dateline.enrich.token.Tokens;

/**
 * The features of a document's tokens: the word and its neighbours, their shapes, affixes, Brown clusters and gazetteer
 * lists, and what the rest of the document does with the same word. Templates after Ratinov and Roth, "Design
 * Challenges and Misconceptions in Named Entity Recognition" (CoNLL 2009). A feature is the number of a row of the model.
 */
final class Features {
    private static final int MOST = 112;
    private static final int LONGEST_PHRASE = 7;
    private static final int BEFORE = 0x1234567;
    private static final int BEHIND = 0x7654321;

    private final Tokens tokens;
    private final Lexica lexica;
    private final int size;
    private final int[] word;
    private final int[] lower;
    private final int[] shape;
    private final int[] shortShape;
    private final int[] cluster;
    private final long[] lists;
    private final int[] prefixes;
    private final int[] suffixes;
    private final boolean[] capital;
    /** Equal for tokens whose lower-case forms are. */
    final int[] form;

    private final int[] lowerCount;
    private final int[] innerCapitalCount;
    /** For each form how often each type, or none (0), was given to it so far. */
    private final int[] history;

    final int[] rows = new int[MOST];
    int count;
    private final int mask;

    Features(Tokens tokens, Lexica lexica, int rowBits) {
        this.tokens = tokens;
        this.lexica = lexica;
        size = tokens.size();
        mask = (1 << rowBits) - 1;
        word = new int[size];
        lower = new int[size];
        shape = new int[size];
        shortShape = new int[size];
        cluster = new int[size];
        lists = new long[size];
        prefixes = new int[size * 3];
        suffixes = new int[size * 4];
        capital = new boolean[size];
        form = new int[size];
        for (int i = 0; i < size; i++) {
            read(i);
        }
        int forms = numberForms();
        lowerCount = new int[forms];
        innerCapitalCount = new int[forms];
        history = new int[forms * 4];
        countForms();
        findPhrases();
    }

    boolean isCapital(int token) {
        return capital[token];
    }

    private void read(int token) {
        String text = tokens.text();
        int start = tokens.start(token);
        int end = Math.min(tokens.end(token), start + 40);
        int full = Hashes.START;
        int small = Hashes.START;
        int shapes = Hashes.START;
        int shortShapes = Hashes.START;
        char last = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char low = Hashes.lower(c);
            full = Hashes.next(full, Hashes.digit(c));
            small = Hashes.next(small, low);
            if (i - start < 3) {
                prefixes[token * 3 + i - start] = small;
            }
            char kind = kind(c, low);
            if (i - start < 8) {
                shapes = Hashes.next(shapes, kind);
            }
            if (kind != last) {
                shortShapes = Hashes.next(shortShapes, kind);
                last = kind;
            }
        }
        int suffix = Hashes.START;
        for (int k = 0; k < 4 && end - 1 - k >= start; k++) {
            suffix = Hashes.next(suffix, Hashes.lower(text.charAt(end - 1 - k)));
            suffixes[token * 4 + k] = suffix;
        }
        word[token] = Hashes.mix(full, end - start);
        lower[token] = Hashes.mix(small, end - start);
        shape[token] = shapes;
        shortShape[token] = shortShapes;
        cluster[token] = lexica.cluster(lower[token]);
        capital[token] = Character.isUpperCase(text.charAt(start));
    }

    private static char kind(char c, char low) {
        if (c != low && low != '0' && low != '\'') {
            return 'X';
        }
        if (c >= '0' && c <= '9') {
            return 'd';
        }
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? 'x' : c;
        }
        return Character.isLetter(c) ? 'x' : c;
    }

    private int numberForms() {
        int capacity = Integer.highestOneBit(Math.max(8, size)) * 4;
        int[] table = new int[capacity];
        int forms = 0;
        for (int i = 0; i < size; i++) {
            int slot = Hashes.mix(lower[i], 7) & (capacity - 1);
            while (table[slot] != 0 && lower[table[slot] - 1] != lower[i]) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (table[slot] == 0) {
                table[slot] = i + 1;
                form[i] = forms++;
            } else {
                form[i] = form[table[slot] - 1];
            }
        }
        return forms;
    }

    private void countForms() {
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            for (int i = tokens.sentenceStart(s); i < tokens.sentenceEnd(s); i++) {
                if (!capital[i]) {
                    lowerCount[form[i]]++;
                } else if (i > tokens.sentenceStart(s)) {
                    innerCapitalCount[form[i]]++;
                }
            }
        }
    }

    /** Marks each token with its place in the longest listed phrase that begins at a capital: 16 lists, 4 places. */
    private void findPhrases() {
        for (int s = 0; s < tokens.sentenceCount(); s++) {
            int end = tokens.sentenceEnd(s);
            for (int i = tokens.sentenceStart(s); i < end; i++) {
                if (capital[i] || tokens.kind(i) == Tokens.Kind.NUMBER) {
                    findPhrase(i, Math.min(end, i + LONGEST_PHRASE));
                }
            }
        }
    }

    private void findPhrase(int from, int end) {
        int hash = 0;
        int best = -1;
        int found = 0;
        for (int i = from; i < end; i++) {
            hash = Hashes.mix(hash, word[i]);
            int in = lexica.lists(hash);
            if (in != 0) {
                best = i;
                found = in;
            }
        }
        for (int i = from; i <= best; i++) {
            int position =
                    from == best ? Labels.UNIT : i == from ? Labels.BEGIN : i == best ? Labels.LAST : Labels.INSIDE;
            for (int rest = found; rest != 0; rest &= rest - 1) {
                lists[i] |= 1L << (Integer.numberOfTrailingZeros(rest) * 4 + position);
            }
        }
    }

    /** Notes the label that a token was given, for later tokens of the same form. */
    void remember(int token, int label) {
        if (capital[token]) {
            history[form[token] * 4 + (label == Labels.OUTSIDE ? 0 : 1 + Labels.type(label))]++;
        }
    }

    /** How the sentence is written: 0 as usual, 1 as a title, 2 all in capitals. */
    int style(int start, int end) {
        int words = 0;
        int capitals = 0;
        for (int i = start; i < end; i++) {
            if (tokens.isWord(i)) {
                words++;
                if (capital[i]) {
                    capitals++;
                }
            }
        }
        return words == 0 ? 0 : capitals * 10 > words * 8 ? 2 : capitals * 10 > words * 5 ? 1 : 0;
    }

    /** Fills {@link #rows} for a token, given the two labels before it. */
    void fill(int i, int start, int end, int style, int before, int before2) {
        count = 0;
        int l0 = lower[i];
        int l1 = i > start ? lower[i - 1] : BEFORE;
        int l2 = i > start + 1 ? lower[i - 2] : BEFORE;
        int r1 = i + 1 < end ? lower[i + 1] : BEHIND;
        int r2 = i + 2 < end ? lower[i + 2] : BEHIND;
        int s0 = shortShape[i];
        int sl = i > start ? shortShape[i - 1] : BEFORE;
        int sr = i + 1 < end ? shortShape[i + 1] : BEHIND;
        add(0, 1);
        add(1, word[i]);
        add(2, l0);
        add(3, l1);
        add(4, r1);
        add(5, l2);
        add(6, r2);
        add(7, shape[i]);
        add(8, Hashes.mix(sl, s0));
        add(9, Hashes.mix(s0, sr));
        add(10, Hashes.mix(l1, l0));
        add(11, Hashes.mix(l0, r1));
        add(12, Hashes.mix(Hashes.mix(sl, s0), sr));
        add(13, Hashes.mix(l1, r1));
        add(14, Hashes.mix(l2, l1));
        add(15, Hashes.mix(r1, r2));
        for (int k = 0; k < 3; k++) {
            add(16 + k, prefixes[i * 3 + k]);
        }
        for (int k = 0; k < 4; k++) {
            add(19 + k, suffixes[i * 4 + k]);
        }
        if (i > start) {
            add(23, suffixes[(i - 1) * 4 + 2]);
        }
        if (i + 1 < end) {
            add(24, suffixes[(i + 1) * 4 + 2]);
        }
        add(25, Hashes.mix(s0, i == start ? 1 : 2));
        add(26, Hashes.mix(s0, style));
        boolean glued = tokens.glued(i);
        boolean gluedNext = i + 1 < end && tokens.glued(i + 1);
        add(27, Hashes.mix(s0, (glued ? 1 : 0) + (gluedNext ? 2 : 0)));
        add(30, before);
        add(31, before * 16 + before2);
        add(32, Hashes.mix(before, l0));
        add(33, Hashes.mix(before, s0));
        add(34, Hashes.mix(Hashes.mix(before, s0), sr));
        add(35, Hashes.mix(Hashes.mix(before, before2), s0));
        add(36, Hashes.mix(before, r1));
        add(37, Hashes.mix(before, l1));
        addClusters(i, start, end, before);
        addLists(i, start, end, before, s0);
        if (capital[i]) {
            addDocument(i, s0);
        }
    }

    private void addClusters(int i, int start, int end, int before) {
        int c0 = cluster[i];
        int c1 = i > start ? cluster[i - 1] : 0;
        int r1 = i + 1 < end ? cluster[i + 1] : 0;
        paths(40, c0);
        paths(44, c1);
        paths(48, r1);
        if (c0 != 0) {
            add(52, Hashes.mix(path(c1, 6), path(c0, 6)));
            add(53, Hashes.mix(path(c0, 6), path(r1, 6)));
            add(54, Hashes.mix(before, path(c0, 6)));
        }
        if (i > start + 1) {
            add(55, path(cluster[i - 2], 10));
        }
        if (i + 2 < end) {
            add(56, path(cluster[i + 2], 10));
        }
    }

    private void paths(int template, int path) {
        if (path == 0) {
            add(template, 0);
            return;
        }
        add(template, path(path, 4));
        add(template + 1, path(path, 6));
        add(template + 2, path(path, 10));
        add(template + 3, path);
    }

    /** The first bits of a path; the whole where it is shorter. */
    private static int path(int path, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(path | 1);
        return length <= bits ? path : path >>> (length - bits);
    }

    private void addLists(int i, int start, int end, int before, int s0) {
        long own = lists[i];
        bits(60, own);
        if (i > start) {
            bits(61, lists[i - 1]);
        }
        if (i + 1 < end) {
            bits(62, lists[i + 1]);
        }
        int all = Long.hashCode(own);
        add(63, all);
        add(64, Hashes.mix(all, s0));
        add(65, Hashes.mix(before, all));
    }

    private void bits(int template, long set) {
        for (long rest = set; rest != 0 && count < MOST - 8; rest &= rest - 1) {
            add(template, Long.numberOfTrailingZeros(rest) + 1);
        }
    }

    private void addDocument(int i, int s0) {
        int at = form[i] * 4;
        int best = 0;
        int seen = 0;
        for (int t = 0; t < 4; t++) {
            seen += history[at + t];
            if (history[at + t] > history[at + best]) {
                best = t;
            }
        }
        int past = seen == 0 ? 0 : 1 + best * 3 + Math.min(2, seen - 1);
        add(70, Hashes.mix(past, s0));
        int use = 1
                + (lowerCount[form[i]] > 0 ? 1 : 0)
                + (innerCapitalCount[form[i]] > 0 ? 2 : 0)
                + (innerCapitalCount[form[i]] > 1 ? 4 : 0);
        add(71, Hashes.mix(use, s0));
    }

    private void add(int template, int value) {
        rows[count++] = Hashes.mix(template * 7919 + 13, value) & mask;
    }
}
