package dateline.ingest.poll;

import dateline.ingest.subscribe.FeedStatus;
import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.HubSubscription;
import dateline.ingest.subscribe.Subscription;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a poll means for the feed's subscription at a hub, and the subscription for the next poll. A hub is trusted to
 * announce news once it has done so, and until a poll finds news that it did not announce.
 */
final class HubReducer {
    /** Until every instance knows the callback's token. */
    static final Duration SETTLED = Duration.ofSeconds(2);

    private final boolean enabled;
    private final Duration spread;
    private final Schedule schedule;
    private final SecureRandom random = new SecureRandom();

    /**
     * Keeps subscriptions, or none.
     *
     * @param spread feeds that are first polled together ask their hub spread over so long
     */
    HubReducer(boolean enabled, Duration spread, Schedule schedule) {
        this.enabled = enabled;
        this.spread = spread;
        this.schedule = schedule;
    }

    /**
     * The state after the poll, its hub included.
     *
     * @param before the state that the poll began with
     * @param after what came of it
     * @param news what the hub had said when the poll began
     */
    FeedState next(
            Subscription feed,
            FeedState before,
            FeedState after,
            PollResult result,
            HubNews news,
            Instant now,
            double chance) {
        HubSubscription hub = switch (result) {
            case PollResult.Document document -> offered(before.hub(), document.hub(), now, chance);
            case PollResult.Unchanged _, PollResult.Failed _ -> enabled ? before.hub() : null;
            case PollResult.Index _ -> null;
        };
        if (hub == null) {
            return after.withHub(null);
        }
        Instant push = news.pushedAt(hub);
        boolean announced = push != null && !push.equals(hub.answeredPush());
        boolean first = before.status().lastSuccess() == null;
        Instant newest = after.status().lastNew();
        boolean came =
                !first && newest != null && !newest.equals(before.status().lastNew());
        boolean delivers = announced || hub.delivers() && !came;
        FeedState next = after.withHub(hub.polled(push, delivers));
        // Announced and not there: a cache on the way may still hold the old document, so look again soon.
        boolean missing = announced && !came;
        Instant lease = news.leaseUntil(hub);
        boolean well = after.status().condition() == FeedStatus.Condition.OK;
        return well && delivers && !missing && lease != null
                ? next.withDue(schedule.whilePushed(feed, after.status().nextDue(), lease, now))
                : next;
    }

    private @Nullable HubSubscription offered(
            @Nullable HubSubscription last, @Nullable HubOffer offer, Instant now, double chance) {
        if (offer == null || !enabled) {
            return null;
        }
        if (last != null && last.hub().equals(offer.hub()) && last.topic().equals(offer.topic())) {
            return last;
        }
        Instant askAt = now.plus(SETTLED).plusMillis((long) (spread.toMillis() * chance));
        return new HubSubscription(
                offer.hub(), offer.topic(), random(16), random(32), null, askAt, 0, null, false, null);
    }

    private String random(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
