package dateline.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * {@code ./dateline demo}, started once for all classes of tests, since that takes a minute; stopped after the last. With
 * {@code -Ddateline.journey.data=DIR}, the one that already runs on that data folder, which is left running.
 */
final class SharedDemo implements BeforeAllCallback {
    private volatile Started started;

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot()
                .getStore(Namespace.create(SharedDemo.class))
                .computeIfAbsent("demo", any -> Started.now(), Started.class);
    }

    RunningDateline dateline() {
        return started.dateline();
    }

    /** What starting it printed. */
    RunningDateline.Answer answer() {
        return started.answer();
    }

    record Started(Path folder, RunningDateline dateline, RunningDateline.Answer answer) implements AutoCloseable {
        static Started now() {
            String running = System.getProperty("dateline.journey.data");
            if (running != null) {
                Path data = Path.of(running);
                return new Started(data, new RunningDateline(data), new RunningDateline.Answer(0, "it runs already"));
            }
            try {
                Path folder = Files.createTempDirectory("dateline-journey");
                RunningDateline dateline = new RunningDateline(folder.resolve("data"));
                return new Started(folder, dateline, dateline.run("demo", "--free-ports"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (System.getProperty("dateline.journey.data") != null) {
                return;
            }
            dateline.run("down");
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
