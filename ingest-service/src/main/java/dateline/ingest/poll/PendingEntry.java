package dateline.ingest.poll;

import java.time.Instant;

/**
 * An entry whose page is still to be fetched.
 *
 * @param entry the entry, its text cut to what an article without its page would show
 * @param seenAt when the feed first had it
 * @param attempts how often its page failed
 * @param notBefore when its page may be tried
 */
record PendingEntry(Entry entry, Instant seenAt, int attempts, Instant notBefore) {
    /** The same after another failure. */
    PendingEntry failed(Instant retryAt) {
        return new PendingEntry(entry, seenAt, attempts + 1, retryAt);
    }
}
