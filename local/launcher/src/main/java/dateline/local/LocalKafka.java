package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One Kafka broker in KRaft mode, its own controller, reachable on loopback only. */
public final class LocalKafka {
    /** The process's name, and that of its log. */
    public static final String NAME = "kafka";

    /** A single machine has a single cluster; the id only has to stay the same. */
    private static final String CLUSTER_ID = "ZGF0ZWxpbmUtbG9jYWwtMQ";

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final LocalProcess process;
    private final int port;

    private LocalKafka(LocalProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker with what the data folder holds, and waits until it answers.
     *
     * @param home the folder that {@code local/kafka} builds
     * @throws CannotStart if it does not start
     */
    public static LocalKafka start(Path home, DataFolder data, int port, Jvm jvm) {
        return start(home, data, port, port, jvm);
    }

    /**
     * Like {@link #start(Path, DataFolder, int, Jvm)}, for clients that reach the broker by another port.
     *
     * @param advertised the port on loopback that clients are told to connect to
     */
    public static LocalKafka start(Path home, DataFolder data, int port, int advertised, Jvm jvm) {
        var folder = data.root().resolve("kafka");
        var properties = folder.resolve("server.properties");
        try {
            Files.createDirectories(folder);
            Files.writeString(properties, properties(folder.resolve("log"), port, advertised, Ports.free()));
            if (!Files.exists(folder.resolve("log/meta.properties"))) {
                format(home, data, properties);
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot prepare " + folder + ": " + e.getMessage(), e);
        }
        var command = jvm.command(
                List.of(log4j(home)), home.resolve("lib") + "/*", "kafka.Kafka", List.of(properties.toString()));
        var process = LocalProcess.start(NAME, command, data);
        try {
            process.awaitReady(() -> process.logSinceStart().contains("Kafka Server started"), START);
        } catch (CannotStart e) {
            process.kill();
            throw e;
        }
        return new LocalKafka(process, port);
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public LocalProcess process() {
        return process;
    }

    /** Ends the broker in good order; returns whether it did so by itself. */
    public boolean stop() {
        return stop(process);
    }

    static boolean stop(LocalProcess process) {
        return process.stop(STOP);
    }

    private static void format(Path home, DataFolder data, Path properties) {
        var log = data.log("kafka-format");
        var command = new Jvm("256m", true)
                .command(
                        List.of(log4j(home)),
                        home.resolve("lib") + "/*",
                        "kafka.tools.StorageTool",
                        List.of("format", "--cluster-id", CLUSTER_ID, "--config", properties.toString()));
        try {
            Files.createDirectories(log.getParent());
            var format = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!format.waitFor(START.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
                format.destroyForcibly();
                throw new CannotStart("Kafka cannot format its data folder; see " + log);
            }
        } catch (IOException e) {
            throw new CannotStart("Kafka cannot format its data folder: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }

    private static String log4j(Path home) {
        return "-Dlog4j2.configurationFile=" + home.resolve("config/log4j2.xml").toUri();
    }

    private static String properties(Path log, int port, int advertised, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%4$d
                log.dirs=%3$s
                # One broker holds the only copy of everything.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A handful of consumers and producers: fewer files to open at each start.
                offsets.topic.num.partitions=6
                transaction.state.log.num.partitions=6
                # A producer that died holds up readers of what is committed no longer than need be.
                transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
                # Nobody else is going to join the group.
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort, log, advertised);
    }
}
