package dateline.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong.
 *
 * @param target the process, or the server whose connections are meant; several with a space between
 * @param lasts how long until it is put right again, at least
 */
record Fault(Kind kind, String target, Duration lasts) {
    /** What can go wrong. */
    enum Kind {
        KILL("SIGKILL"),
        PAUSE("SIGSTOP"),
        CUT("connections cut"),
        STALL("connections hang"),
        DISK_FULL("disk watermark"),
        /** Not started again. */
        LOSE("SIGKILL for good"),
        /** Another instance, beside those that run. */
        ADD("one more"),
        /** Stopped in good order and started anew, as for an update. */
        ROLL("stopped and started");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private static final List<String> SERVICES = List.of("ingest", "enrich", "query");

    private record Choice(Kind kind, String target) {}

    String name() {
        return kind.label + " " + target;
    }

    /** One of each service is lost, another comes, and those that stay are rolled. */
    static List<Fault> scaling(ChaosOptions options) {
        List<Fault> plan = new ArrayList<>();
        String last = "-" + options.instances();
        String more = "-" + (options.instances() + 1);
        plan.add(new Fault(Kind.LOSE, "ingest-1 enrich-1 query-1", Duration.ZERO));
        plan.add(new Fault(Kind.ADD, "ingest" + more + " enrich" + more + " query" + more, Duration.ZERO));
        for (String service : SERVICES) {
            plan.add(new Fault(Kind.ROLL, service + last, Duration.ZERO));
        }
        return plan;
    }

    List<String> targets() {
        return List.of(target.split(" "));
    }

    /** So many faults: every kind at every target once before any comes again, each time in another order. */
    static List<Fault> plan(ChaosOptions options) {
        Random random = new Random(options.seed());
        List<Choice> all = new ArrayList<>();
        for (String target : List.of("kafka", "elasticsearch", "ingest", "enrich", "query")) {
            all.add(new Choice(Kind.KILL, target));
            all.add(new Choice(Kind.PAUSE, target));
        }
        for (String target : List.of("kafka", "elasticsearch")) {
            all.add(new Choice(Kind.CUT, target));
            all.add(new Choice(Kind.STALL, target));
        }
        all.add(new Choice(Kind.DISK_FULL, "elasticsearch"));
        List<Fault> plan = new ArrayList<>();
        while (plan.size() < options.faults()) {
            Collections.shuffle(all, random);
            for (Choice choice : all.subList(0, Math.min(all.size(), options.faults() - plan.size()))) {
                plan.add(new Fault(
                        choice.kind(),
                        process(choice.target(), options.instances(), random),
                        lasts(choice.kind(), options.longest(), random)));
            }
        }
        return plan;
    }

    private static String process(String target, int instances, Random random) {
        return target.startsWith("kafka") || target.startsWith("elastic")
                ? target
                : target + "-" + (1 + random.nextInt(instances));
    }

    private static Duration lasts(Kind kind, Duration longest, Random random) {
        long most = kind == Kind.KILL ? Math.min(3000, longest.toMillis()) : longest.toMillis();
        long least = kind == Kind.KILL ? 0 : 1000;
        return Duration.ofMillis(least + (long) (random.nextDouble() * (most - least)));
    }
}
