package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of our own programs: its jar and the {@code lib} folder beside it, on a JVM of its own. */
final class Service {
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
        return start(
                checkout,
                data,
                component,
                jvm,
                module,
                mainClass,
                arguments,
                new Http(port),
                "/actuator/health/readiness");
    }

    /** Starts the sample newsroom, with its news moved to the day of the first start, and waits until it answers. */
    static LocalProcess startNewsroom(Checkout checkout, DataFolder data, int port, Jvm jvm) {
        var arguments = List.of(
                "--port", Integer.toString(port), "--now", data.firstStart().toString());
        return start(
                checkout,
                data,
                Component.NEWSROOM,
                jvm,
                "newsroom",
                "dateline.newsroom.NewsroomServer",
                arguments,
                new Http(port),
                "/manifest.json");
    }

    /** Asks the process to finish what it has in hand and end; returns whether it did so by itself. */
    static boolean stop(LocalProcess process) {
        return process.stop(STOP);
    }

    private static LocalProcess start(
            Checkout checkout,
            DataFolder data,
            Component component,
            Jvm jvm,
            String module,
            String mainClass,
            List<String> arguments,
            Http http,
            String readyPath) {
        var command = jvm.command(List.of(), classPath(checkout, module), mainClass, arguments);
        var process = LocalProcess.start(component.title(), command, data);
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
