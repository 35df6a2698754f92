package dateline.chaos;

import dateline.local.Console;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables at the end.
 *
 * @param work how many records each instance has processed since its last start
 */
record Report(
        ChaosOptions options,
        Publisher publisher,
        Injection injection,
        List<Comparison> comparisons,
        int deadLetters,
        Map<String, Long> work,
        double seconds) {

    /** Prints it; returns whether nothing was lost, doubled, left old or given up. */
    boolean print(Console console) {
        console.print("");
        console.print(String.format("%-36s %10s %10s %10s", "fault", "at", "lasted", "recovered"));
        int number = 0;
        for (Injection.Done done : injection.done()) {
            console.print(String.format("%3d %s", ++number, done.line()));
        }
        List<Double> recovered = injection.done().stream()
                .map(Injection.Done::recovered)
                .sorted()
                .toList();
        console.print("");
        console.print(String.format(
                "%-16s %9s %6s %9s %7s %9s", "place", "expected", "lost", "doubled", "stale", "came back"));
        comparisons.forEach(comparison -> console.print(comparison.line()));
        comparisons.stream().flatMap(each -> each.examples().stream()).forEach(console::print);
        console.print("");
        work.forEach((name, records) -> console.print(String.format("%-16s %9d records", name, records)));
        if (!recovered.isEmpty()) {
            console.print(String.format(
                    Locale.ROOT,
                    "time to recover: median %.1f s, longest %.1f s",
                    recovered.get(recovered.size() / 2),
                    recovered.getLast()));
        }
        console.print(String.format(
                Locale.ROOT,
                "%d articles in %.0f s, %d faults, seed %d, %d instances of each service, %d requests sent again,"
                        + " %d dead letters, ended by themselves: %s, load average %.1f",
                options.articles(),
                seconds,
                injection.done().size(),
                options.seed(),
                options.instances(),
                publisher.retries(),
                deadLetters,
                injection.diedByThemselves(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        boolean shared = !options.scaling() || work.values().stream().allMatch(records -> records > 0);
        boolean clean = deadLetters == 0 && shared && comparisons.stream().allMatch(Comparison::isClean);
        console.print(clean ? "Nothing lost, nothing doubled, nothing stale." : "NOT CLEAN");
        return clean;
    }
}
