package dateline.contract;

import java.time.Instant;

/**
 * An order to remove an article everywhere and never take it again.
 *
 * @param id the article
 * @param reason why, in words, for the record
 * @param at when it was ordered
 */
public record Takedown(String id, String reason, Instant at) implements Incoming {}
