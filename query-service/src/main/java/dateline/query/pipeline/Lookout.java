package dateline.query.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one thing again and again, on a thread of its own, so that one that hangs hides no other. */
final class Lookout<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final String name;
    private final Duration pause;
    private final Duration overdue;
    private final Callable<T> look;
    private final Clock clock;
    private volatile Seen<T> seen;
    private volatile Instant begun;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    /**
     * Does not look yet.
     *
     * @param pause between two looks
     * @param overdue a look that takes longer counts as failed while it still goes on
     */
    Lookout(String name, Duration pause, Duration overdue, Callable<T> look, Clock clock) {
        this.name = name;
        this.pause = pause;
        this.overdue = overdue;
        this.look = look;
        this.clock = clock;
        this.begun = clock.instant();
        this.seen = Seen.nothing(begun);
    }

    /** What was last seen. */
    Seen<T> seen() {
        Instant now = clock.instant();
        if (Duration.between(begun, now).compareTo(overdue) > 0 && running) {
            return seen.failed("no answer within " + overdue.toSeconds() + " s", now);
        }
        return seen;
    }

    void start() {
        running = true;
        thread = Thread.ofVirtual().name("lookout-" + name).start(this::loop);
    }

    void stop() {
        running = false;
        thread.interrupt();
    }

    private void loop() {
        while (running) {
            begun = clock.instant();
            once();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    /** Looks once. */
    void once() {
        try {
            seen = seen.well(look.call(), clock.instant());
        } catch (Exception e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            if (seen.problem() == null && running) {
                LOG.warn("{}: {}", name, why);
            }
            seen = seen.failed(why, clock.instant());
        }
    }
}
