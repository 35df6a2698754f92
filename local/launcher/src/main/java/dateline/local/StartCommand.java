package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code demo} and {@code up}. What runs already goes on; if anything cannot start, what was started is stopped again. */
final class StartCommand {
    private static final Set<Component> WITHOUT_NEWSROOM = EnumSet.complementOf(EnumSet.of(Component.NEWSROOM));

    private final Checkout checkout;
    private final Arguments arguments;
    private final DataFolder data;
    private final Console console;

    StartCommand(Checkout checkout, Arguments arguments, Console console) {
        this.checkout = checkout;
        this.arguments = arguments;
        this.data = arguments.data();
        this.console = console;
    }

    int demo() {
        return start(EnumSet.allOf(Component.class), this::demoFeeds, new DemoArticles(console)::awaitSearchable);
    }

    int up() {
        var feeds = arguments.feeds().orElseGet(() -> FeedList.inDataFolder(data, console));
        if (!Files.isReadable(feeds)) {
            throw new CannotStart("Cannot read the feed list " + feeds + ".");
        }
        return start(WITHOUT_NEWSROOM, ports -> List.of("dateline.feeds.file=" + feeds), ports -> {});
    }

    private interface IngestProperties {
        List<String> with(PortPlan ports);
    }

    private interface AfterStart {
        void with(PortPlan ports);
    }

    private int start(Set<Component> wanted, IngestProperties ingestProperties, AfterStart afterStart) {
        try (var _ = DataLock.take(data)) {
            var running = EnumSet.noneOf(Component.class);
            running.addAll(Stack.running(data).keySet());
            var ports = PortPlan.remembered(data).forStart(arguments, running, wanted);
            var missing = EnumSet.copyOf(wanted);
            missing.removeAll(running);
            Machine.requireRoomFor(missing, data);
            ports.remember(data);

            var stack = new Stack(checkout, data, ports, wanted.contains(Component.NEWSROOM), console);
            var done = new AtomicBoolean();
            var undo = new Thread(
                    () -> {
                        if (!done.get()) {
                            stack.undo();
                        }
                    },
                    "undo");
            // Also when someone presses Ctrl-C, or the machine goes down.
            Runtime.getRuntime().addShutdownHook(undo);

            stack.startBackends(wanted.contains(Component.NEWSROOM));
            stack.startServices(ingestProperties.with(ports));
            done.set(true);
            afterStart.with(ports);
            console.print("");
            console.print("Dashboard  http://localhost:" + ports.of(Component.QUERY) + "/");
            console.print("API        http://localhost:" + ports.of(Component.QUERY) + "/api/articles");
            console.print("Data, logs " + data.root());
            console.print("./dateline status says what runs, ./dateline down stops it.");
            return 0;
        }
    }

    private List<String> demoFeeds(PortPlan ports) {
        var port = ports.of(Component.NEWSROOM);
        var list = new Http(port)
                .get("/feeds.yml")
                .orElseThrow(() ->
                        new CannotStart("The sample newsroom does not list its feeds; see ./dateline logs newsroom."));
        var file = data.root().resolve("demo-feeds.yml");
        try {
            Files.writeString(file, list);
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + file + ": " + e.getMessage(), e);
        }
        return List.of(
                "dateline.feeds.file=" + file,
                "dateline.fetch.allowed-hosts=127.0.0.1:" + port,
                // Our own server needs no rest between two requests.
                "dateline.fetch.pauses[127.0.0.1]=0s");
    }
}
