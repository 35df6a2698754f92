package dateline.ingest.subscribe;

import dateline.contract.ContractJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The part of {@link FeedDirectory} that is about hubs: a callback may reach an instance that does not poll the feed. */
public final class HubView {
    private final ContractJson json = new ContractJson();
    private final Map<String, HubSubscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, HubNews> news = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    HubView() {}

    /** The feed's subscription at a hub, if it has one. */
    public Optional<HubSubscription> subscription(String feedId) {
        return Optional.ofNullable(subscriptions.get(feedId));
    }

    /** What the feed's hub has said. */
    public HubNews news(String feedId) {
        return news.getOrDefault(feedId, HubNews.NONE);
    }

    /** Calls the listener with a feed's id whenever its hub has said something, to whichever instance. */
    public void onNews(Consumer<String> listener) {
        listeners.add(listener);
    }

    void subscribed(String feedId, @Nullable HubSubscription subscription) {
        if (subscription == null) {
            subscriptions.remove(feedId);
        } else {
            subscriptions.put(feedId, subscription);
        }
    }

    void read(ConsumerRecord<String, byte[]> row) {
        String key = row.key();
        int slash = Math.max(0, key.indexOf('/'));
        String feedId = key.substring(0, slash);
        HubNotice notice = row.value() == null ? null : json.read(row.value(), HubNotice.class);
        HubNews next = key.endsWith(HubNotice.PUSH)
                ? news(feedId).withPush(notice)
                : news(feedId).withLease(notice);
        if (next.equals(HubNews.NONE)) {
            news.remove(feedId);
        } else {
            news.put(feedId, next);
        }
        listeners.forEach(listener -> listener.accept(feedId));
    }
}
