package dateline.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one real Elasticsearch node in the foreground, on loopback, until it gets a SIGTERM. The arguments are settings,
 * {@code name=value}; {@code path.home} (the folder with {@code modules} and {@code config}), {@code path.data} and
 * {@code http.port} are needed. The public distribution starts a node by a launcher and a system of Java modules that
 * are not on Maven Central; this is the same server without them.
 */
public final class LocalNode {
    private LocalNode() {}

    static void main(String[] args) throws Exception {
        LogConfigurator.configureESLogging();
        var settings = Settings.builder()
                .put("cluster.name", "dateline")
                .put("node.name", "local")
                .put("network.host", "127.0.0.1")
                .put("discovery.type", "single-node")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                // A developer's disk is often nearly full; the node would turn its indexes read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (var arg : args) {
            var equals = arg.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not a setting (name=value): " + arg);
            }
            settings.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        var home = Path.of(settings.get("path.home"));
        var environment = new Environment(settings.build(), home.resolve("config"));
        LogConfigurator.configure(environment, true);

        var modules = PluginsLoader.loadModulesBundles(environment.modulesDir(), true);
        var node = new Node(environment, PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of(), false));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "shutdown"));
        node.start();
        Thread.currentThread().join();
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("The node did not close cleanly: " + e);
        }
    }
}
