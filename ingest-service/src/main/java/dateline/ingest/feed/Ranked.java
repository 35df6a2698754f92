package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/** A value that several elements may give: the best ranked wins. */
final class Ranked<T> {
    private @Nullable T value;
    private int rank = Integer.MAX_VALUE;

    /** Takes the value if it outranks what is held, so that among equals the first wins; 0 is the best rank. */
    void offer(@Nullable T candidate, int candidateRank) {
        if (candidate != null && candidateRank < rank) {
            value = candidate;
            rank = candidateRank;
        }
    }

    /** Takes the value if nothing outranks it, so that among equals the last wins. */
    void replace(@Nullable T candidate, int candidateRank) {
        if (candidate != null && candidateRank <= rank) {
            value = candidate;
            rank = candidateRank;
        }
    }

    @Nullable
    T value() {
        return value;
    }
}
