package dateline.query.index;

import java.time.Instant;

/**
 * Versions that put all writes of one article in order, whatever order they arrive in: first by revision, then by when
 * the revision was enriched. Elasticsearch compares them ({@code version_type=external_gte}) and refuses what is older
 * than what it holds. Laid out as revision × 2<sup>42</sup> + milliseconds since 1970, which lasts until the year 2109
 * and for two million revisions.
 */
final class ArticleVersion {
    static final int MAX_REVISION = (1 << 21) - 1;
    private static final int TIME_BITS = 42;
    private static final long MAX_TIME = (1L << TIME_BITS) - 1;

    private ArticleVersion() {}

    /**
     * The version of a revision as enriched at some time.
     *
     * @throws IllegalArgumentException if the revision is out of range
     */
    static long of(int revision, Instant enrichedAt) {
        // One below the top, which is the deletion's.
        long seconds = Math.clamp(enrichedAt.getEpochSecond(), 0, MAX_TIME / 1000);
        long millis = Math.min(seconds * 1000 + enrichedAt.getNano() / 1_000_000, MAX_TIME - 1);
        return checked(revision) << TIME_BITS | millis;
    }

    /** The version of a deletion that knew of this revision: above every enrichment of it, below the next revision. */
    static long ofDeletion(int revision) {
        return checked(revision) << TIME_BITS | MAX_TIME;
    }

    /** The version of a takedown: above everything. */
    static long ofTakedown() {
        return ofDeletion(MAX_REVISION);
    }

    private static long checked(int revision) {
        if (revision < 1 || revision > MAX_REVISION) {
            throw new IllegalArgumentException("revision " + revision + " is not between 1 and " + MAX_REVISION);
        }
        return revision;
    }
}
