package dateline.contract;

import java.time.Instant;

/**
 * An order to take no more articles of an outlet, or to take them again. It is given to every partition of
 * {@link Topic#INCOMING}, so that each partition's owner meets it at one point of the log, and kept in
 * {@link Topic#TAKEDOWNS} under {@link #id()}.
 *
 * @param outlet the outlet's id
 * @param blocked whether it is kept out from now on
 * @param reason why, in words, for the record
 * @param at when it was ordered
 */
public record OutletBlock(String outlet, boolean blocked, String reason, Instant at) implements Incoming {
    /** What the keys of outlets begin with, so that none is taken for an article's. */
    public static final String KEY_PREFIX = "outlet:";

    /** The record's key. */
    @Override
    public String id() {
        return KEY_PREFIX + outlet;
    }
}
