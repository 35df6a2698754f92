package dateline.query.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that was or is built anew, and how far it is.
 *
 * @param id its name
 * @param state what it is in
 * @param live whether it is behind the alias
 * @param from the index that was behind the alias when it was begun
 * @param fromKept whether that one is still there, to back out to
 * @param reason why it was begun
 * @param documents how many articles it holds now
 * @param read records of the log written to it, as offsets go
 * @param total records that there are, likewise
 * @param perSecond records a second since it was begun, until it had caught up
 * @param secondsLeft how long until it has caught up, if that can be said
 * @param partitions how far each partition of the log is
 * @param verification how it compares with the log, once that is known
 */
public record RebuildStatus(
        String id,
        BuiltIndex.State state,
        boolean live,
        String from,
        boolean fromKept,
        String reason,
        Instant startedAt,
        @Nullable Instant caughtUpAt,
        @Nullable Instant switchedAt,
        long documents,
        long read,
        long total,
        @Nullable Double perSecond,
        @Nullable Long secondsLeft,
        List<Part> partitions,
        @Nullable Verification verification) {
    /** How far a partition is, from the first offset that the log still has. */
    record Part(int partition, long read, long total) {}
}
