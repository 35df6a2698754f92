package dateline.query.stream;

import dateline.contract.ContractJson;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.query.alert.Alert;
import dateline.query.log.LogFollower;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The newest alerts of all searches: a view of {@code news.alerts} that every instance keeps. Thread-safe. */
@Component
public final class RecentAlerts implements SmartLifecycle, LogFollower.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(RecentAlerts.class);

    private static final int MOST_SHARED = 1_000;

    private final StreamSettings settings;
    private final LogFollower follower;
    private final ContractJson json = new ContractJson();
    private final Map<String, Deque<Event>> bySearch = new HashMap<>();
    private final Set<Event> inOrder = new LinkedHashSet<>();
    private final Map<Integer, Long> dropped = new HashMap<>();
    private final Map<String, Alert.Article> articles = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Alert.Article> eldest) {
            return size() > MOST_SHARED;
        }
    };
    private final Set<Consumer<Event>> listeners = new LinkedHashSet<>();
    private volatile boolean running;

    RecentAlerts(ConsumerFactory<?, ?> consumers, StreamSettings settings) {
        this.settings = settings;
        Clock clock = Clock.systemUTC();
        this.follower = new LogFollower(
                Topic.ALERTS.topicName(),
                consumers.getConfigurationProperties(),
                () -> clock.instant().minus(settings.back()),
                this);
    }

    /** The newest alerts of a search, the newest first. */
    synchronized List<Event> of(String search) {
        List<Event> events = new ArrayList<>(bySearch.getOrDefault(search, new ArrayDeque<>()));
        return events.reversed();
    }

    /** The same as they are told, without their places in the log. */
    public List<Alert> alerts(String search) {
        return of(search).stream().map(Event::alert).toList();
    }

    /** Where who comes now begins. */
    synchronized EventPosition now() {
        return inOrder.stream().reduce(EventPosition.START, EventPosition::with, (a, b) -> b);
    }

    /**
     * Hands over what is kept and comes after a position, and from then on whatever comes.
     *
     * @return whether some that came after the position are not kept any more
     */
    synchronized boolean listen(Consumer<Event> listener, EventPosition after) {
        boolean gap = after.offsets().entrySet().stream()
                .anyMatch(each -> dropped.getOrDefault(each.getKey(), -1L) > each.getValue());
        inOrder.stream().filter(event -> !after.includes(event)).forEach(listener);
        listeners.add(listener);
        return gap;
    }

    synchronized void leave(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    boolean isComplete() {
        return follower.isComplete();
    }

    @Override
    public synchronized void begin() {
        bySearch.clear();
        inOrder.clear();
        dropped.clear();
        articles.clear();
    }

    @Override
    public synchronized void read(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> row : records) {
            try {
                Alert alert = json.read(row.value() == null ? new byte[0] : row.value(), Alert.class);
                Event event = new Event(row.partition(), row.offset(), sharing(alert));
                keep(event);
                List.copyOf(listeners).forEach(listener -> listener.accept(event));
            } catch (UnreadableRecord e) {
                LOG.error("{}-{}@{} can not be read: {}", row.topic(), row.partition(), row.offset(), e.getMessage());
            }
        }
    }

    /** The article is held once for all searches that tell it, which come close together. */
    private Alert sharing(Alert alert) {
        Alert.Article article = alert.article();
        if (article == null) {
            return alert;
        }
        Alert.Article known = articles.get(article.id());
        if (!article.equals(known)) {
            articles.put(article.id(), article);
            return alert;
        }
        return new Alert(alert.id(), alert.search(), alert.name(), alert.at(), known, alert.volume());
    }

    private void keep(Event event) {
        // What lies before the first that is read is not kept either.
        dropped.putIfAbsent(event.partition(), event.offset() - 1);
        inOrder.add(event);
        Deque<Event> own = bySearch.computeIfAbsent(event.alert().search(), any -> new ArrayDeque<>());
        own.addLast(event);
        if (own.size() > settings.mostPerSearch()) {
            drop(own.getFirst());
        }
        if (inOrder.size() > settings.most()) {
            drop(inOrder.iterator().next());
        }
    }

    private void drop(Event event) {
        inOrder.remove(event);
        dropped.merge(event.partition(), event.offset(), Math::max);
        bySearch.computeIfPresent(event.alert().search(), (search, own) -> {
            own.remove(event);
            return own.isEmpty() ? null : own;
        });
    }

    @Override
    public void start() {
        running = true;
        follower.start();
    }

    @Override
    public void stop() {
        running = false;
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
