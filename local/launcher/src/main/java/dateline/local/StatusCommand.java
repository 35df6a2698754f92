package dateline.local;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** {@code status}: what runs, where, and since when. */
final class StatusCommand {
    /** As init scripts have it: not running, nothing wrong. */
    private static final int NOT_RUNNING = 3;

    private final DataFolder data;
    private final Console console;

    StatusCommand(DataFolder data, Console console) {
        this.data = data;
        this.console = console;
    }

    /** 0 if everything but the sample newsroom runs, else 3. */
    int run() {
        var ports = PortPlan.remembered(data);
        var running = Stack.running(data);
        var complete = true;
        for (var component : Component.values()) {
            var process = Optional.ofNullable(running.get(component));
            if (component == Component.NEWSROOM && process.isEmpty()) {
                continue;
            }
            var state =
                    process.map(p -> state(component, ports.of(component), p)).orElse("not running");
            console.print(String.format(Locale.ROOT, "%-14s %s", component.title(), state));
            complete &= process.isPresent();
        }
        if (running.containsKey(Component.QUERY)) {
            console.print("Dashboard      http://localhost:" + ports.of(Component.QUERY) + "/");
        }
        console.print("Data, logs     " + data.root());
        return complete ? 0 : NOT_RUNNING;
    }

    private static String state(Component component, int port, LocalProcess process) {
        var ready = switch (component) {
            case KAFKA -> Ports.answers(port);
            case ELASTICSEARCH -> new Http(port).get("/_cluster/health").isPresent();
            case INGEST, ENRICH, QUERY ->
                new Http(port).get("/actuator/health/readiness").isPresent();
            case NEWSROOM -> new Http(port).get("/manifest.json").isPresent();
        };
        var uptime = process.uptime().map(up -> ", up " + readable(up)).orElse("");
        return (ready ? "ready" : "running, but not ready") + ", port " + port + ", pid " + process.pid() + uptime;
    }

    private static String readable(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
