package dateline.ingest.subscribe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's hub has said.
 *
 * @param lease what it last said about the subscription
 * @param push its newest push
 */
public record HubNews(@Nullable HubNotice lease, @Nullable HubNotice push) {
    /** Of a hub that has said nothing. */
    public static final HubNews NONE = new HubNews(null, null);

    HubNews withLease(@Nullable HubNotice notice) {
        return new HubNews(notice, push);
    }

    HubNews withPush(@Nullable HubNotice notice) {
        return new HubNews(lease, notice);
    }

    /** What it last said about that subscription; null if nothing, or about a former one. */
    public @Nullable HubNotice leaseOf(HubSubscription subscription) {
        return lease != null && lease.token().equals(subscription.token()) ? lease : null;
    }

    /** Until when that subscription lasts; null if it is not confirmed. */
    public @Nullable Instant leaseUntil(HubSubscription subscription) {
        HubNotice notice = leaseOf(subscription);
        return notice == null ? null : notice.until();
    }

    /** When that subscription's newest push came. */
    public @Nullable Instant pushedAt(HubSubscription subscription) {
        return push != null && push.token().equals(subscription.token()) ? push.at() : null;
    }
}
