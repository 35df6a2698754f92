package dateline.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code down} and {@code reset}. */
final class DownCommand {
    /** Nothing else in the data folder is ours to delete: someone may have pointed at a folder of theirs. */
    private static final List<String> OURS = List.of("kafka", "elasticsearch", "logs", "demo-feeds.yml", "run");

    private final Arguments arguments;
    private final DataFolder data;
    private final Console console;

    DownCommand(Arguments arguments, Console console) {
        this.arguments = arguments;
        this.data = arguments.data();
        this.console = console;
    }

    int down() {
        if (!Files.isDirectory(data.root())) {
            console.print("Nothing runs, and there is no data folder " + data.root() + ".");
            return 0;
        }
        try (var _ = DataLock.take(data)) {
            stop();
        }
        return 0;
    }

    int reset() {
        if (!Files.isDirectory(data.root())) {
            console.print("There is nothing to delete: no data folder " + data.root() + ".");
            return 0;
        }
        if (!arguments.yes() && !confirmed()) {
            console.print("Nothing was deleted.");
            return 1;
        }
        try (var _ = DataLock.take(data)) {
            stop();
            for (var name : OURS) {
                delete(data.root().resolve(name));
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot delete all of " + data.root() + ": " + e.getMessage(), e);
        }
        console.print("Deleted all articles, subscriptions and logs in " + data.root() + "; your feeds.yml is kept.");
        return 0;
    }

    private void stop() {
        if (Stack.running(data).isEmpty()) {
            console.print("Nothing runs.");
        } else {
            Stack.stopAll(data, console);
        }
    }

    private boolean confirmed() {
        System.out.print("This deletes all articles, subscriptions and logs in " + data.root() + ". Go on? [y/N] ");
        System.out.flush();
        try {
            var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null
                    && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var tree = Files.walk(path)) {
            for (var entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
