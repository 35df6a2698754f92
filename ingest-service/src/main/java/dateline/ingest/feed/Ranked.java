package dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/** A value that several elements may give: the best ranked wins, among equals the first. */
final class Ranked<T> {
    private @Nullable T value;
    private int rank = Integer.MAX_VALUE;

    /** Takes the value if it outranks what is held; 0 is the best rank. */
    void offer(@Nullable T candidate, int candidateRank) {
        if (candidate != null && candidateRank < rank) {
            value = candidate;
            rank = candidateRank;
        }
    }

    @Nullable
    T value() {
        return value;
    }
}
