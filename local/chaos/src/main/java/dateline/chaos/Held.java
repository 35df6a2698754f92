package dateline.chaos;

/**
 * What some place holds of an article.
 *
 * @param checksum of the text
 */
record Held(int revision, long checksum) {}
