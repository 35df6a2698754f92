package dateline.query.deliver;

import dateline.query.alert.Delivery;
import dateline.query.saved.Channel;
import java.util.List;

/**
 * Deliveries that go out together: one to a webhook, or those of a digest.
 *
 * @param search whose they are
 * @param channel where to
 * @param deliveries at least one, in the order they came
 */
record Batch(String search, Channel channel, List<Delivery> deliveries) {
    Batch {
        deliveries = List.copyOf(deliveries);
    }
}
