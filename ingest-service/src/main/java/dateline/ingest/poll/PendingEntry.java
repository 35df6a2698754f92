package dateline.ingest.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry whose page is still to be fetched.
 *
 * @param entry the entry, its text cut to what an article without its page would show
 * @param seenAt when the feed first had it
 * @param attempts how often its page failed
 * @param notBefore when its page may be tried
 * @param found the poll that found it, as a step of the article's trace
 */
record PendingEntry(
        Entry entry,
        Instant seenAt,
        int attempts,
        Instant notBefore,
        @Nullable String found) {
    PendingEntry(Entry entry, Instant seenAt, int attempts, Instant notBefore) {
        this(entry, seenAt, attempts, notBefore, null);
    }

    /** The same after another failure. */
    PendingEntry failed(Instant retryAt) {
        return new PendingEntry(entry, seenAt, attempts + 1, retryAt, found);
    }

    /** The same, found by that poll unless another is known to have. */
    PendingEntry foundBy(@Nullable String poll) {
        return found != null || poll == null ? this : new PendingEntry(entry, seenAt, attempts, notBefore, poll);
    }
}
