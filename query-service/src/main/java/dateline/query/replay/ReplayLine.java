package dateline.query.replay;

import dateline.contract.ReplayChanges;
import dateline.query.console.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order and how far it is, as enrich-service tells it; {@code docs/replay.md} says what the components mean. */
public record ReplayLine(
        String id,
        @Nullable String state,
        boolean dryRun,
        @Nullable String reason,
        @Nullable Instant at,
        long total,
        long done,
        long written,
        long superseded,
        long unselected,
        long unreadable,
        double perSecond,
        @Nullable Long secondsLeft,
        @Nullable Instant finishedAt,
        @Nullable ReplayChanges changes) {
    /** All orders. */
    record All(@Nullable List<ReplayLine> replays) {}

    /** How far it is, in percent. */
    public long percent() {
        return "FINISHED".equals(state) ? 100 : Say.percent(done, total);
    }

    /** Whether it is still to do something. */
    public boolean isOpen() {
        return "QUEUED".equals(state) || "RUNNING".equals(state);
    }
}
