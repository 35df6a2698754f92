package dateline.chaos;

import dateline.local.Checkout;
import dateline.local.Console;
import dateline.local.DataFolder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run: start, publish and break things at the same time, wait until all is quiet, compare. */
final class ChaosRun {
    /** Most articles that are published and not yet found: a fault meets a full pipe, and its backlog stays bounded. */
    private static final int IN_FLIGHT = 2000;

    private static final double SETTLE_SECONDS = 120;

    private final ChaosOptions options;
    private final Checkout checkout;
    private final DataFolder data;
    private final Console console;
    private final Calls calls = new Calls();
    private final AtomicInteger faultsDone = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> publisherFailed = new AtomicReference<>();
    private volatile int found;

    ChaosRun(ChaosOptions options, Checkout checkout, DataFolder data, Console console) {
        this.options = options;
        this.checkout = checkout;
        this.data = data;
        this.console = console;
    }

    boolean run() {
        console.step("starting a stack in " + data.root());
        try (ChaosStack stack = new ChaosStack(checkout, data, options.instances())) {
            var stop = new Thread(stack::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            boolean clean = run(stack);
            Runtime.getRuntime().removeShutdownHook(stop);
            return clean;
        }
    }

    private boolean run(ChaosStack stack) {
        var publisher = new Publisher(calls, () -> stack.ports("ingest"), "chaos.example", options.articles());
        var injection = new Injection(stack, calls, publisher, console);
        var places = new Places(calls, stack);
        injection.awaitFirst();
        List<Fault> plan = options.plan();
        console.step("the first article came through; now " + options.articles() + " articles and " + plan.size()
                + " faults, seed " + options.seed());
        long start = System.nanoTime();
        Thread publishing = Thread.ofVirtual().name("publisher").start(() -> publish(publisher, places));
        for (Fault fault : plan) {
            awaitShare(publisher, publishing);
            if (System.nanoTime() - start > options.time().toNanos()) {
                console.step("time is up; no more faults");
                faultsDone.set(faults());
                break;
            }
            injection.make(fault);
            faultsDone.incrementAndGet();
        }
        while (publishing.isAlive()) {
            console.progress(publisher.published() + " of " + options.articles() + " articles published");
            Calls.pause(100);
        }
        @Nullable Throwable failure = publisherFailed.get();
        if (failure != null) {
            throw new IllegalStateException("not everything was published", failure);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        console.step("all is published; waiting until everything is where it belongs");
        List<Comparison> comparisons = settled(publisher, places);
        return new Report(options, publisher, injection, comparisons, places.deadLetters(), places.work(), seconds)
                .print(console);
    }

    private int faults() {
        return options.plan().size();
    }

    private void publish(Publisher publisher, Places places) {
        try {
            publisher.run(from -> mayPublish(from, places));
        } catch (RuntimeException e) {
            publisherFailed.set(e);
        }
    }

    /** In step with the faults, so that something is always being published while one lasts. */
    private boolean mayPublish(int from, Places places) {
        long share = (long) options.articles() * (faultsDone.get() + 1) / (faults() + 1);
        if (from > share) {
            return false;
        }
        if (from - found > IN_FLIGHT) {
            found = Math.max(found, places.count());
        }
        return from - found <= IN_FLIGHT;
    }

    private void awaitShare(Publisher publisher, Thread publishing) {
        long share = (long) options.articles() * faultsDone.get() / (faults() + 1);
        while (publisher.published() < share && publishing.isAlive()) {
            console.progress(String.format(
                    Locale.ROOT, "%d of %d articles published", publisher.published(), options.articles()));
            Calls.pause(50);
        }
    }

    /** Compares until nothing is wrong, or until nothing has changed for a while. */
    private List<Comparison> settled(Publisher publisher, Places places) {
        List<Story> stories = publisher.stories();
        List<Comparison> last = List.of();
        long lastChange = System.nanoTime();
        while (true) {
            Places.Index index = places.index();
            List<Comparison> now = List.of(
                    Comparison.of("news.raw", stories, places.raw(), 0),
                    Comparison.of("news.enriched", stories, places.enriched(), 0),
                    Comparison.of(
                            "index", stories, index.articles(), index.twice().size()));
            if (!now.equals(last)) {
                last = now;
                lastChange = System.nanoTime();
            }
            if (now.stream().allMatch(Comparison::isClean) || (System.nanoTime() - lastChange) / 1e9 > SETTLE_SECONDS) {
                return now;
            }
            console.progress("not yet: " + now.getLast().line());
            Calls.pause(2000);
        }
    }
}
