package dateline.ingest.subscribe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hub said to whichever instance its callback reached: a value in {@code feed.pushes}. Its key is the feed's id
 * and {@link #LEASE} or {@link #PUSH}, so that neither can overwrite the other.
 *
 * @param token of the subscription that it is about, see {@link HubSubscription}
 * @param at when it came
 * @param until end of a lease; null of a push, and of a refusal to subscribe
 */
public record HubNotice(String token, Instant at, @Nullable Instant until) {
    /** End of the key of what was said about a lease. */
    public static final String LEASE = "/lease";

    /** End of the key of the newest push. */
    public static final String PUSH = "/push";
}
