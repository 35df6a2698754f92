package dateline.enrich.quote;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks, as far as the article tells.
 *
 * @param id the entity; null for people without a name
 * @param confidence from 0 to 1
 */
record Spoken(@Nullable String id, boolean person, double confidence) {
    static final Spoken NOBODY = new Spoken(null, false, 0.6);
}
