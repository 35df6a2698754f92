package dateline.chaos;

import dateline.local.CannotStart;
import dateline.local.Checkout;
import dateline.local.Console;
import dateline.local.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** {@code ./dateline chaos}. */
public final class ChaosCommand {
    private ChaosCommand() {}

    static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /** Runs with the command line's options; returns 0 only if nothing was lost, doubled or left old. */
    static int run(List<String> args) {
        try {
            ChaosOptions options = ChaosOptions.parse(args);
            var checkout = new Checkout(
                    Path.of(System.getProperty("dateline.root", "")).toAbsolutePath());
            var systemConsole = System.console();
            var console = new Console(System.out, systemConsole != null && systemConsole.isTerminal());
            Path folder = options.data().orElseGet(ChaosCommand::temporaryFolder);
            requireEmpty(folder);
            boolean clean = new ChaosRun(options, checkout, new DataFolder(folder), console).run();
            if (options.data().isEmpty() && clean) {
                delete(folder);
            } else {
                console.print("Data, logs  " + folder);
            }
            return clean ? 0 : 1;
        } catch (CannotStart e) {
            System.err.println("dateline: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("dateline: the data folder can not be used: " + e.getMessage());
            return 2;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("dateline-chaos-");
        } catch (IOException e) {
            throw new CannotStart("Cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    /** Somebody's data must never be in the way of this. */
    private static void requireEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new CannotStart(folder + " is not empty; chaos wants a folder of its own.");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
