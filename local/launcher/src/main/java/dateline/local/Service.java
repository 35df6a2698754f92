package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of our own programs: its jar and the {@code lib} folder beside it, on a JVM of its own. */
public final class Service {
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(40);

    private Service() {}

    /**
     * Starts ingest, enrich or query, and waits until it says that it is ready.
     *
     * @param properties Spring's, {@code name=value}
     */
    static LocalProcess start(
            Checkout checkout, DataFolder data, Component component, int port, Jvm jvm, List<String> properties) {
        var http = new Http(port);
        var process = launch(checkout, data, component, component.title(), port, jvm, properties);
        return ready(process, http, "/actuator/health/readiness");
    }

    /**
     * Starts ingest, enrich or query and does not wait.
     *
     * @param name of the process and its log, so that a component can run more than once
     * @param properties Spring's, {@code name=value}
     */
    public static LocalProcess launch(
            Checkout checkout,
            DataFolder data,
            Component component,
            String name,
            int port,
            Jvm jvm,
            List<String> properties) {
        var module = component.title() + "-service";
        var mainClass = switch (component) {
            case INGEST -> "dateline.ingest.IngestApplication";
            case ENRICH -> "dateline.enrich.EnrichApplication";
            case QUERY -> "dateline.query.QueryApplication";
            case KAFKA, ELASTICSEARCH, NEWSROOM -> throw new IllegalArgumentException(component + " is not a service");
        };
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=" + port);
        properties.forEach(property -> arguments.add("--" + property));
        return LocalProcess.start(
                name, jvm.command(List.of(), classPath(checkout, module), mainClass, arguments), data);
    }

    /** Starts the sample newsroom, with its news moved to the day of the first start, and waits until it answers. */
    static LocalProcess startNewsroom(Checkout checkout, DataFolder data, int port, Jvm jvm) {
        var arguments = List.of(
                "--port", Integer.toString(port), "--now", data.firstStart().toString());
        var command =
                jvm.command(List.of(), classPath(checkout, "newsroom"), "dateline.newsroom.NewsroomServer", arguments);
        return ready(LocalProcess.start(Component.NEWSROOM.title(), command, data), new Http(port), "/manifest.json");
    }

    /** Asks the process to finish what it has in hand and end; returns whether it did so by itself. */
    public static boolean stop(LocalProcess process) {
        return process.stop(STOP);
    }

    private static LocalProcess ready(LocalProcess process, Http http, String readyPath) {
        try {
            process.awaitReady(() -> http.get(readyPath).isPresent(), START);
        } catch (CannotStart e) {
            process.kill();
            throw e;
        }
        return process;
    }

    private static String classPath(Checkout checkout, String module) {
        var target = checkout.root().resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            for (Path jar : jars) {
                return jar + ":" + target.resolve("lib") + "/*";
            }
        } catch (IOException e) {
            throw new CannotStart("Not built yet: " + target, e);
        }
        throw new CannotStart("Not built yet: there is no jar in " + target);
    }
}
