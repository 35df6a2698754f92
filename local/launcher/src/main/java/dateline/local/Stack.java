package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** All components together: started side by side as far as one does not need the other, stopped the other way round. */
final class Stack {
    private final Checkout checkout;
    private final DataFolder data;
    private final PortPlan ports;
    private final boolean quickStart;
    private final Console console;
    private final Set<Component> runBefore;

    Stack(Checkout checkout, DataFolder data, PortPlan ports, boolean quickStart, Console console) {
        this.checkout = checkout;
        this.data = data;
        this.ports = ports;
        this.quickStart = quickStart;
        this.console = console;
        this.runBefore = Set.copyOf(running(data).keySet());
    }

    /** What runs in a data folder now. */
    static Map<Component, LocalProcess> running(DataFolder data) {
        Map<Component, LocalProcess> running = new EnumMap<>(Component.class);
        for (var component : Component.values()) {
            LocalProcess.running(component.title(), data).ifPresent(process -> running.put(component, process));
        }
        return running;
    }

    /** Starts the broker and the node, and the newsroom if it is wanted. */
    void startBackends(boolean newsroom) {
        var starts = new ArrayList<Callable<Void>>();
        starts.add(() -> start(
                Component.KAFKA,
                () -> LocalKafka.start(checkout.kafkaHome(), data, ports.of(Component.KAFKA), jvm(Component.KAFKA))));
        starts.add(() -> start(
                Component.ELASTICSEARCH,
                () -> LocalElasticsearch.start(
                        checkout.elasticsearchHome(),
                        data,
                        ports.of(Component.ELASTICSEARCH),
                        jvm(Component.ELASTICSEARCH))));
        if (newsroom) {
            starts.add(() -> start(
                    Component.NEWSROOM,
                    () -> Service.startNewsroom(
                            checkout, data, ports.of(Component.NEWSROOM), jvm(Component.NEWSROOM))));
        }
        all(starts);
    }

    /** Starts the three services, ingest with the given properties of its own. */
    void startServices(List<String> ingestProperties) {
        var kafka = "spring.kafka.bootstrap-servers=127.0.0.1:" + ports.of(Component.KAFKA);
        var node = "spring.elasticsearch.uris=http://127.0.0.1:" + ports.of(Component.ELASTICSEARCH);
        var ingestUrl = "dateline.services.ingest-url=http://127.0.0.1:" + ports.of(Component.INGEST);
        var enrichUrl = "dateline.services.enrich-url=http://127.0.0.1:" + ports.of(Component.ENRICH);
        var ingest = new ArrayList<String>();
        ingest.add(kafka);
        ingest.addAll(ingestProperties);
        stopIngestOfOther(ingest);
        all(List.of(
                () -> startService(Component.INGEST, ingest),
                () -> startService(Component.ENRICH, List.of(kafka)),
                () -> startService(Component.QUERY, List.of(kafka, node, ingestUrl, enrichUrl))));
    }

    /** Stops what this run has started, because something has gone wrong; what ran before goes on. */
    void undo() {
        var started = running(data);
        started.keySet().removeAll(runBefore);
        stop(started, Optional.empty());
    }

    /** Stops everything that runs in a data folder; services first, because they still write what they have in hand. */
    static void stopAll(DataFolder data, Console console) {
        stop(running(data), Optional.of(console));
    }

    private Jvm jvm(Component component) {
        return new Jvm(component.maximumHeap(), quickStart);
    }

    /** From {@code demo} to {@code up}, say: an ingest that runs already has the feeds it was started with. */
    private void stopIngestOfOther(List<String> properties) {
        var file = data.root().resolve("run").resolve("ingest.properties");
        try {
            var now = String.join("\n", properties);
            if (!Files.exists(file) || !Files.readString(file).equals(now)) {
                LocalProcess.running(Component.INGEST.title(), data).ifPresent(ingest -> {
                    console.step("ingest restarts, because it is to have other feeds");
                    Service.stop(ingest);
                });
                Files.writeString(file, now);
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Void startService(Component component, List<String> properties) {
        return start(
                component,
                () -> Service.start(checkout, data, component, ports.of(component), jvm(component), properties));
    }

    private Void start(Component component, Runnable start) {
        var already = LocalProcess.running(component.title(), data);
        if (already.isPresent()) {
            console.step(component.title() + " runs already, on port " + ports.of(component));
            return null;
        }
        start.run();
        console.step(component.title() + " is up, on port " + ports.of(component));
        return null;
    }

    private static void stop(Map<Component, LocalProcess> processes, Optional<Console> console) {
        var services = new ArrayList<Callable<Void>>();
        var backends = new ArrayList<Callable<Void>>();
        processes.forEach((component, process) -> {
            Callable<Void> stop = () -> {
                var inOrder = switch (component) {
                    case KAFKA -> LocalKafka.stop(process);
                    case ELASTICSEARCH -> LocalElasticsearch.stop(process);
                    case INGEST, ENRICH, QUERY, NEWSROOM -> Service.stop(process);
                };
                console.ifPresent(c ->
                        c.step(component.title() + (inOrder ? " stopped" : " did not end in time and was killed")));
                return null;
            };
            (isBackend(component) ? backends : services).add(stop);
        });
        all(services);
        all(backends);
    }

    private static boolean isBackend(Component component) {
        return component == Component.KAFKA || component == Component.ELASTICSEARCH;
    }

    /** Runs all at once; the first that fails ends the others. */
    private static void all(List<Callable<Void>> tasks) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var completions = new ExecutorCompletionService<Void>(executor);
            tasks.forEach(completions::submit);
            try {
                for (var i = 0; i < tasks.size(); i++) {
                    completions.take().get();
                }
            } catch (ExecutionException e) {
                executor.shutdownNow();
                if (e.getCause() instanceof CannotStart failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CannotStart("Interrupted", e);
            }
        }
    }
}
