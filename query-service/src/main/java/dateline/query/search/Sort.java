package dateline.query.search;

/** In which order articles are answered. Ties are broken by date, newest first, then by id. */
public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST
}
