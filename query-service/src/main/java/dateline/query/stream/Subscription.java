package dateline.query.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One event stream: events wait in a bounded queue for the thread that writes them. */
final class Subscription implements Consumer<Event> {
    private static final long RECONNECT_MILLIS = 3_000;
    private static final Duration LOOK_FOR_END = Duration.ofSeconds(1);

    private final SseEmitter emitter;
    private final Predicate<Event> wanted;
    private final BlockingQueue<Event> queue;
    private final StreamSettings settings;
    private final ContractJson json;
    private EventPosition position;
    private volatile boolean tooSlow;
    private volatile boolean ended;

    Subscription(
            SseEmitter emitter,
            Predicate<Event> wanted,
            EventPosition position,
            StreamSettings settings,
            ContractJson json) {
        this.emitter = emitter;
        this.wanted = wanted;
        this.position = position;
        this.settings = settings;
        this.json = json;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    @Override
    public void accept(Event event) {
        if (wanted.test(event) && !queue.offer(event)) {
            tooSlow = true;
        }
    }

    /** Ends the stream after what is being written. */
    void end() {
        ended = true;
    }

    /** Writes events until the client is gone, too slow, or long enough here; in the calling thread. */
    void run(boolean gap) {
        long until = System.nanoTime() + settings.longest().toNanos();
        try {
            emitter.send(SseEmitter.event().comment("alerts").reconnectTime(RECONNECT_MILLIS));
            if (gap) {
                emitter.send(SseEmitter.event()
                        .name("gap")
                        .data("{\"detail\":\"some alerts are no longer kept\"}", MediaType.APPLICATION_JSON));
            }
            long spoken = System.nanoTime();
            // Who is cut off comes again with the last id it got, and misses nothing that is kept.
            while (!ended && !tooSlow && System.nanoTime() < until) {
                Event event = queue.poll(LOOK_FOR_END.toMillis(), TimeUnit.MILLISECONDS);
                if (event != null && !position.includes(event)) {
                    position = position.with(event);
                    emitter.send(SseEmitter.event()
                            .id(position.toString())
                            .name(event.alert().article() == null ? "volume" : "article")
                            .data(new String(json.write(event.alert()), UTF_8), MediaType.APPLICATION_JSON));
                    spoken = System.nanoTime();
                } else if (System.nanoTime() - spoken >= settings.heartbeat().toNanos()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    spoken = System.nanoTime();
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // The client is gone.
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}
