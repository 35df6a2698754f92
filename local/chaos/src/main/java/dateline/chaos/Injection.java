package dateline.chaos;

import dateline.local.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the faults, one after the other, and measures how long it takes until articles get through again. */
final class Injection {
    private static final double PATIENCE_SECONDS = 300;

    private final ChaosStack stack;
    private final Calls calls;
    private final Publisher publisher;
    private final Console console;
    private final long start = System.nanoTime();
    private final List<Done> done = new ArrayList<>();
    private final List<String> diedByThemselves = new ArrayList<>();

    Injection(ChaosStack stack, Calls calls, Publisher publisher, Console console) {
        this.stack = stack;
        this.calls = calls;
        this.publisher = publisher;
        this.console = console;
    }

    /**
     * A fault that was made.
     *
     * @param at seconds since the first could have been
     * @param lasted seconds until it was put right
     * @param recovered seconds from then until an article that was published then could be found
     */
    record Done(Fault fault, double at, double lasted, double recovered) {
        String line() {
            return String.format(Locale.ROOT, "%-32s %8.1f s %8.1f s %8.1f s", fault.name(), at, lasted, recovered);
        }
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    /** Processes that ended although nobody had killed them, and were started again. */
    List<String> diedByThemselves() {
        return List.copyOf(diedByThemselves);
    }

    /** Waits until a first article comes through, so that no fault hits what has not started yet. */
    void awaitFirst() {
        awaitProbe(new Story("first.example", 0), "the start");
        stack.instances().keySet().forEach(this::awaitReady);
    }

    void make(Fault fault) {
        double at = seconds(start);
        long begun = System.nanoTime();
        console.progress(fault.name() + " for " + fault.lasts().toMillis() / 1000.0 + " s");
        begin(fault);
        Calls.pause(fault.lasts().toMillis());
        end(fault);
        double lasted = seconds(begun);
        restartTheDead();
        long ended = System.nanoTime();
        awaitProbe(new Story("probe-" + done.size() + ".example", 0), fault.name());
        Done each = new Done(fault, at, lasted, seconds(ended));
        done.add(each);
        console.step(String.format(
                Locale.ROOT, "%3d %s   %d articles published", done.size(), each.line(), publisher.published()));
    }

    private void begin(Fault fault) {
        switch (fault.kind()) {
            case KILL -> stack.kill(fault.target());
            case PAUSE -> stack.pause(fault.target());
            case CUT -> stack.line(fault.target()).cut();
            case STALL -> stack.line(fault.target()).stall();
            case DISK_FULL -> new DiskWatermark(calls, stack.elasticsearchPort()).fill();
            case LOSE -> fault.targets().forEach(stack::lose);
            case ADD -> fault.targets().forEach(stack::add);
            case ROLL ->
                fault.targets().forEach(name -> {
                    if (!stack.stop(name)) {
                        diedByThemselves.add(name + " did not stop by itself");
                    }
                });
        }
    }

    private void end(Fault fault) {
        switch (fault.kind()) {
            case KILL -> stack.start(fault.target());
            case PAUSE -> stack.resume(fault.target());
            case CUT, STALL -> stack.line(fault.target()).open();
            case DISK_FULL -> new DiskWatermark(calls, stack.elasticsearchPort()).reset();
            case LOSE -> {
                // The others take over.
            }
            case ADD -> fault.targets().forEach(this::awaitReady);
            case ROLL ->
                fault.targets().forEach(name -> {
                    stack.start(name);
                    awaitReady(name);
                });
        }
    }

    private void awaitReady(String name) {
        long begun = System.nanoTime();
        while (!calls.get(stack.port(name), "/actuator/health/readiness").ok()) {
            if (seconds(begun) > PATIENCE_SECONDS) {
                throw new IllegalStateException(name + " is not ready after " + PATIENCE_SECONDS + " s; see its log");
            }
            Calls.pause(100);
        }
    }

    private void restartTheDead() {
        stack.diedByItself().ifPresent(name -> {
            diedByThemselves.add(name);
            stack.start(name);
        });
    }

    private void awaitProbe(Story probe, String what) {
        publisher.send(probe);
        long sent = System.nanoTime();
        while (!isFound(probe)) {
            if (seconds(sent) > PATIENCE_SECONDS) {
                throw new IllegalStateException(
                        "nothing gets through " + PATIENCE_SECONDS + " s after " + what + "; see the logs");
            }
            restartTheDead();
            Calls.pause(100);
        }
    }

    /** By a search, on any instance that answers. */
    boolean isFound(Story story) {
        return stack.ports("query").stream()
                .map(port -> calls.get(port, "/api/articles?size=1&outlet=" + story.outlet()))
                .anyMatch(answer -> answer.ok() && answer.json().path("total").asInt() > 0);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
