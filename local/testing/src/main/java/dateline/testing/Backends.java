package dateline.testing;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The real broker and the real Elasticsearch node of this JVM's tests. Where a Docker engine answers they are containers
 * of the public images, else the same local processes that {@code ./dateline} uses; a test cannot tell. Set the system
 * property {@code dateline.test.backends} or the environment variable {@code DATELINE_TEST_BACKENDS} to {@code docker}
 * or {@code local} to force one way.
 *
 * <p>Each is started when first asked for, has ports and data of its own, is shared by all test classes of the JVM and
 * ends with it. Tests keep apart by the names they use: see {@link #uniqueName}. Spring tests ask by {@link
 * BackendsInitializer}.
 */
public final class Backends {
    private enum Kind {
        KAFKA,
        ELASTICSEARCH
    }

    /** Test classes share what takes seconds to start, and JUnit has no scope that Spring's context could ask. */
    private static final Backends OF_THIS_JVM = new Backends();

    private static final Executor VIRTUAL_THREADS = task -> Thread.ofVirtual().start(task);

    private final Map<Kind, CompletableFuture<Backend>> running = new ConcurrentHashMap<>();

    private Backends() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-backends"));
    }

    /** The broker; starts it first if need be. */
    public static Backend kafka() {
        return await(OF_THIS_JVM.start(Kind.KAFKA));
    }

    /** The node; starts it first if need be. */
    public static Backend elasticsearch() {
        return await(OF_THIS_JVM.start(Kind.ELASTICSEARCH));
    }

    /** Starts both at once, without waiting, for whoever is going to need both. */
    public static void startBoth() {
        OF_THIS_JVM.start(Kind.KAFKA);
        OF_THIS_JVM.start(Kind.ELASTICSEARCH);
    }

    /** The broker's address, for {@code bootstrap.servers}. */
    public static String bootstrapServers() {
        return kafka().address();
    }

    /** The node's URL, without a slash at the end. */
    public static String elasticsearchUrl() {
        return elasticsearch().address();
    }

    /** A name that no other test uses, valid for a topic, a consumer group or an index. */
    public static String uniqueName(String prefix) {
        return prefix.toLowerCase(Locale.ROOT) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private CompletableFuture<Backend> start(Kind kind) {
        return running.computeIfAbsent(kind, k -> CompletableFuture.supplyAsync(() -> startNow(k), VIRTUAL_THREADS));
    }

    private static Backend startNow(Kind kind) {
        return switch (Way.chosen()) {
            case DOCKER ->
                switch (kind) {
                    case KAFKA -> ContainerBackend.kafka();
                    case ELASTICSEARCH -> ContainerBackend.elasticsearch();
                };
            case LOCAL ->
                switch (kind) {
                    case KAFKA -> LocalBackend.kafka();
                    case ELASTICSEARCH -> LocalBackend.elasticsearch();
                };
        };
    }

    private static Backend await(CompletableFuture<Backend> backend) {
        try {
            return backend.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("No backing services for the tests: " + e.getMessage(), e);
        }
    }

    private void stop() {
        running.values().parallelStream()
                .filter(backend -> !backend.isCompletedExceptionally())
                .forEach(backend -> backend.join().stop());
    }
}
