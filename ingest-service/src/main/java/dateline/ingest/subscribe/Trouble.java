package dateline.ingest.subscribe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Polls that failed in a row for the same reason.
 *
 * @param error the kind
 * @param reason the same in words, as the last of them had it
 * @param first when the first failed
 * @param last when the last did
 * @param times how many
 */
public record Trouble(PollError error, String reason, Instant first, Instant last, int times) {
    /** How many are remembered of a feed. */
    public static final int REMEMBERED = 10;

    /**
     * The history with one more failure.
     *
     * @param history the newest first
     * @param inARow whether the poll before failed, too
     */
    static List<Trouble> with(List<Trouble> history, PollError error, String reason, Instant at, boolean inARow) {
        List<Trouble> next = new ArrayList<>(history);
        Trouble newest = history.isEmpty() ? null : history.getFirst();
        if (inARow && newest != null && newest.error() == error) {
            next.set(0, new Trouble(error, reason, newest.first(), at, newest.times() + 1));
        } else {
            next.addFirst(new Trouble(error, reason, at, at, 1));
        }
        return List.copyOf(next.subList(0, Math.min(REMEMBERED, next.size())));
    }
}
