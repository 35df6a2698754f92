package dateline.query.index;

/** What became of a record of {@code news.enriched}. */
enum Outcome {
    INDEXED,
    DELETED,
    /** The index already held something newer. */
    STALE,
    /** It is in the dead-letter topic. */
    DEAD
}
