package dateline.ingest.subscribe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed's subscription at a WebSub hub, as its poller knows it: part of the value in {@code feed.state}. What the hub
 * said in turn is in {@link HubNews}.
 *
 * @param hub the hub's address
 * @param topic what is subscribed to there: the feed's own address as the feed states it
 * @param token makes the callback's address one that nobody guesses
 * @param secret signs what the hub delivers; it proves no more than that a push is the hub's, see decision 5
 * @param askedAt when the hub was last asked to subscribe
 * @param askAt when it is asked next, unless a confirmed lease lasts longer
 * @param attempts requests in a row that the hub did not confirm
 * @param answeredPush the last push that a poll has followed
 * @param delivers whether the hub is known to announce this feed's news; only then is it polled less
 * @param problem why the last request failed, if it did
 */
public record HubSubscription(
        String hub,
        String topic,
        String token,
        String secret,
        @Nullable Instant askedAt,
        Instant askAt,
        int attempts,
        @Nullable Instant answeredPush,
        boolean delivers,
        @Nullable String problem) {
    /** The same after the hub was asked. */
    public HubSubscription asked(Instant at, Instant next, int inARow, @Nullable String failure) {
        return new HubSubscription(hub, topic, token, secret, at, next, inARow, answeredPush, delivers, failure);
    }

    /** The same after a poll that followed this push. */
    public HubSubscription polled(@Nullable Instant push, boolean announces) {
        return new HubSubscription(hub, topic, token, secret, askedAt, askAt, attempts, push, announces, problem);
    }
}
