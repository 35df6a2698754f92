package dateline.enrich.replay;

import dateline.contract.ReplayChanges;
import dateline.contract.ReplayOrder;
import dateline.contract.ReplayProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An order and how far it is.
 *
 * @param id the order's
 * @param state where it stands
 * @param dryRun whether it only says what would change
 * @param reason why it was given
 * @param at when it was given
 * @param selection which articles
 * @param total articles to look at, of the partitions that have begun
 * @param done articles looked at
 * @param written articles enriched and written, or in a dry run compared
 * @param superseded articles left alone because something newer came meanwhile
 * @param unselected articles that times or outlets leave out
 * @param unreadable articles that became dead letters
 * @param perSecond articles looked at a second, from the first to the last
 * @param secondsLeft how long the rest will take at this rate, if that can be said
 * @param finishedAt when the last partition was done
 * @param partitions how far each partition is; those that have not begun are missing
 * @param changes what a dry run found
 */
record ReplayStatus(
        String id,
        State state,
        boolean dryRun,
        String reason,
        Instant at,
        ReplayOrder.@Nullable Selection selection,
        long total,
        long done,
        long written,
        long superseded,
        long unselected,
        long unreadable,
        double perSecond,
        @Nullable Long secondsLeft,
        @Nullable Instant finishedAt,
        @Nullable List<Part> partitions,
        @Nullable ReplayChanges changes) {
    enum State {
        QUEUED,
        RUNNING,
        FINISHED,
        CANCELLED
    }

    /** How far a partition is. */
    record Part(int partition, ReplayProgress.State state, long total, long done) {}

    static ReplayStatus of(ReplayOrder order, List<ReplayProgress> parts, int partitions, Instant now) {
        long finished = parts.stream()
                .filter(part -> part.state() == ReplayProgress.State.FINISHED)
                .count();
        State state = order.cancelledAt() != null
                ? State.CANCELLED
                : parts.isEmpty() ? State.QUEUED : finished >= partitions ? State.FINISHED : State.RUNNING;
        Instant last =
                parts.stream().map(ReplayProgress::at).max(Instant::compareTo).orElse(now);
        Instant first = parts.stream()
                .map(ReplayProgress::startedAt)
                .min(Instant::compareTo)
                .orElse(now);
        long total = sum(parts, ReplayProgress::total);
        long done = sum(parts, ReplayProgress::done);
        double seconds = Math.max(0.001, Duration.between(first, last).toMillis() / 1000.0);
        double perSecond = done / seconds;
        List<ReplayChanges> changes = parts.stream()
                .map(ReplayProgress::changes)
                .filter(Objects::nonNull)
                .toList();
        return new ReplayStatus(
                order.id(),
                state,
                order.dryRun(),
                order.reason(),
                order.at(),
                order.selection(),
                total,
                done,
                sum(parts, ReplayProgress::written),
                sum(parts, ReplayProgress::superseded),
                sum(parts, ReplayProgress::unselected),
                sum(parts, ReplayProgress::unreadable),
                Math.round(perSecond * 10) / 10.0,
                state == State.RUNNING ? secondsLeft(total, done, perSecond, parts.size(), partitions) : null,
                state == State.FINISHED ? last : null,
                parts.stream()
                        .map(part -> new Part(part.partition(), part.state(), part.total(), part.done()))
                        .toList(),
                order.dryRun() ? ChangeTally.sum(changes) : null);
    }

    /** For a list: without partitions, changes and the ids. */
    ReplayStatus brief() {
        return new ReplayStatus(
                id,
                state,
                dryRun,
                reason,
                at,
                null,
                total,
                done,
                written,
                superseded,
                unselected,
                unreadable,
                perSecond,
                secondsLeft,
                finishedAt,
                null,
                null);
    }

    /** Partitions that have not begun count as large as the others on average, since keys are spread by hash. */
    private static @Nullable Long secondsLeft(long total, long done, double perSecond, int begun, int partitions) {
        if (done == 0 || begun == 0) {
            return null;
        }
        double all = (double) total / begun * Math.max(partitions, begun);
        return Math.round(Math.max(0, all - done) / perSecond);
    }

    private static long sum(List<ReplayProgress> parts, ToLongFunction<ReplayProgress> number) {
        return parts.stream().mapToLong(number).sum();
    }
}
