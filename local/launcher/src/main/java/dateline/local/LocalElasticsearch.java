package dateline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Elasticsearch node, reachable on loopback only. */
public final class LocalElasticsearch {
    /** The process's name, and that of its log. */
    public static final String NAME = "elasticsearch";

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final LocalProcess process;
    private final int port;

    private LocalElasticsearch(LocalProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a node with what the data folder holds, and waits until its indexes can be read and written.
     *
     * @param home the folder that {@code local/elasticsearch} builds
     * @throws CannotStart if it does not start
     */
    public static LocalElasticsearch start(Path home, DataFolder data, int port, Jvm jvm) {
        var folder = data.root().resolve("elasticsearch");
        var command = jvm.command(
                List.of("--add-modules=jdk.incubator.vector"),
                home.resolve("lib") + "/*",
                "dateline.elasticsearch.LocalNode",
                List.of(
                        "path.home=" + home,
                        "path.data=" + folder,
                        "path.logs=" + data.root().resolve("logs"),
                        "http.port=" + port,
                        // Nobody else joins; any free port will do.
                        "transport.port=0"));
        var process = LocalProcess.start(NAME, command, data);
        var health = new Http(port);
        try {
            process.awaitReady(
                    () -> health.get("/_cluster/health?wait_for_status=yellow&timeout=1s")
                            .isPresent(),
                    START);
        } catch (CannotStart e) {
            process.kill();
            throw e;
        }
        return new LocalElasticsearch(process, port);
    }

    /** The node's address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public LocalProcess process() {
        return process;
    }

    /** Ends the node in good order; returns whether it did so by itself. */
    public boolean stop() {
        return stop(process);
    }

    static boolean stop(LocalProcess process) {
        return process.stop(STOP);
    }
}
