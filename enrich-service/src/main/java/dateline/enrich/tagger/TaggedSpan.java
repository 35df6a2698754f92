package dateline.enrich.tagger;

import dateline.contract.EntityType;

/**
 * A name that the statistical tagger found.
 *
 * @param from its first token
 * @param to the token after its last
 * @param type what it seems to name
 * @param confidence from 0 to 1
 */
public record TaggedSpan(int from, int to, EntityType type, double confidence) {}
