package dateline.enrich.token;

import java.util.Arrays;

/**
 * The tokens of a text, in order, as parallel arrays: a text of 1 MB makes no million objects. Offsets are UTF-16 units
 * of the text. Nothing between two tokens matters: it is white space or invisible.
 */
public final class Tokens {
    /** What a token consists of. */
    public enum Kind {
        WORD,
        /** Begins with a digit. */
        NUMBER,
        PUNCTUATION,
        /** A web or mail address. */
        ADDRESS,
        /** Symbols, emoji, broken surrogates, control characters. */
        OTHER
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] kinds = new byte[64];
    private int size;
    /** First token of each sentence; one entry more than there are sentences. */
    private int[] sentences = new int[16];

    private int sentenceCount;

    Tokens(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    /** First UTF-16 unit of the token. */
    public int start(int token) {
        return starts[token];
    }

    /** The unit after the token's last. */
    public int end(int token) {
        return ends[token];
    }

    public Kind kind(int token) {
        return KINDS[kinds[token]];
    }

    public boolean isWord(int token) {
        return kinds[token] == 0;
    }

    /** The token as it stands in the text. */
    public String surface(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** Whether nothing at all lies between this token and the one before it. */
    public boolean glued(int token) {
        return token > 0 && ends[token - 1] == starts[token];
    }

    /** Whether the token is this one character. */
    public boolean is(int token, char c) {
        return ends[token] - starts[token] == 1 && text.charAt(starts[token]) == c;
    }

    public int sentenceCount() {
        return sentenceCount;
    }

    /** First token of a sentence. */
    public int sentenceStart(int sentence) {
        return sentences[sentence];
    }

    /** The token after a sentence's last. */
    public int sentenceEnd(int sentence) {
        return sentence + 1 == sentenceCount ? size : sentences[sentence + 1];
    }

    void add(Kind kind, int start, int end) {
        if (size == starts.length) {
            int larger = size + (size >> 1);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            kinds = Arrays.copyOf(kinds, larger);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = (byte) kind.ordinal();
    }

    /** The next token begins a sentence. */
    void startSentence() {
        if (sentenceCount > 0 && sentences[sentenceCount - 1] == size) {
            return;
        }
        if (sentenceCount == sentences.length) {
            sentences = Arrays.copyOf(sentences, sentenceCount * 2);
        }
        sentences[sentenceCount++] = size;
    }

    /** Forgets a sentence that was begun at the very end. */
    Tokens done() {
        if (sentenceCount > 0 && sentences[sentenceCount - 1] == size) {
            sentenceCount--;
        }
        return this;
    }
}
