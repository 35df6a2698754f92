package dateline.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@link ReplayOrder} is in one partition of {@link Topic#RAW}: the value in {@link Topic#REPLAY_PROGRESS},
 * written in the same transaction as what it speaks of.
 *
 * @param order the order's id
 * @param partition of {@link Topic#RAW}
 * @param state whether there is more to do
 * @param next the offset to go on at
 * @param end the offset before which the order's articles lie
 * @param total articles to look at, known after the partition's keys were read
 * @param done articles looked at
 * @param written articles enriched and written; in a dry run, enriched and compared
 * @param superseded articles left alone because a newer revision or a takedown came meanwhile
 * @param unselected articles that the order's times or outlets leave out
 * @param unreadable articles that became dead letters; in a dry run, would
 * @param startedAt when the first of them was looked at
 * @param at when this was written
 * @param changes what a dry run found so far
 */
public record ReplayProgress(
        String order,
        int partition,
        State state,
        long next,
        long end,
        long total,
        long done,
        long written,
        long superseded,
        long unselected,
        long unreadable,
        Instant startedAt,
        Instant at,
        @Nullable ReplayChanges changes) {
    /** Whether there is more to do. */
    public enum State {
        RUNNING,
        FINISHED
    }

    /** The record's key. */
    public String key() {
        return order + "/" + partition;
    }
}
