package dateline.query.stream;

import dateline.contract.ContractJson;
import dateline.query.saved.SearchProblem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All event streams of this instance. Ended first when the service stops, since its server waits for them. */
@Component
final class Subscriptions implements SmartLifecycle {
    private final RecentAlerts alerts;
    private final StreamSettings settings;
    private final ContractJson json = new ContractJson();
    private final Semaphore places;
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Subscriptions(RecentAlerts alerts, StreamSettings settings) {
        this.alerts = alerts;
        this.settings = settings;
        this.places = new Semaphore(settings.subscribers());
    }

    /**
     * Begins a stream.
     *
     * @param lastEventId the id of the last event the client got, if it was here before
     * @throws SearchProblem if there are too many
     */
    SseEmitter open(Predicate<Event> wanted, @Nullable String lastEventId) {
        if (!alerts.isComplete()) {
            throw SearchProblem.unavailable("The alerts have not been read yet.");
        }
        if (!places.tryAcquire()) {
            throw SearchProblem.unavailable("There are " + settings.subscribers() + " event streams already.");
        }
        // It ends by itself; the server's own time limit would end it as an error.
        SseEmitter emitter = new SseEmitter(0L);
        EventPosition from = EventPosition.parse(lastEventId).orElseGet(alerts::now);
        Subscription subscription = new Subscription(emitter, wanted, from, settings, json);
        emitter.onError(e -> subscription.end());
        emitter.onTimeout(subscription::end);
        open.add(subscription);
        boolean gap = alerts.listen(subscription, from);
        Thread.ofVirtual().name("events").start(() -> {
            try {
                subscription.run(gap);
            } finally {
                alerts.leave(subscription);
                open.remove(subscription);
                places.release();
            }
        });
        return emitter;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Subscription::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
