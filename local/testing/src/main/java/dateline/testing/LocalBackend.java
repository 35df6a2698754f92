package dateline.testing;

import dateline.local.CannotStart;
import dateline.local.Checkout;
import dateline.local.DataFolder;
import dateline.local.Jvm;
import dateline.local.LocalElasticsearch;
import dateline.local.LocalKafka;
import dateline.local.LocalProcess;
import dateline.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A process of its own on this machine, with its data in a temporary folder. */
record LocalBackend(String address, LocalProcess process, Path folder) implements Backend {
    /** Between picking a port and listening on it another may take it. */
    private static final int ATTEMPTS = 3;

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Starts a server with the given data on the given port. */
    private interface Start {
        LocalBackend with(DataFolder data, int port);
    }

    static LocalBackend kafka() {
        var home = Checkout.aroundWorkingDirectory().kafkaHome();
        return start("kafka", (data, port) -> {
            var kafka = LocalKafka.start(home, data, port, new Jvm("256m", true));
            return new LocalBackend(kafka.bootstrapServers(), kafka.process(), data.root());
        });
    }

    static LocalBackend elasticsearch() {
        var home = Checkout.aroundWorkingDirectory().elasticsearchHome();
        return start("elasticsearch", (data, port) -> {
            var node = LocalElasticsearch.start(home, data, port, new Jvm("512m", true));
            return new LocalBackend(node.url(), node.process(), data.root());
        });
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public void stop() {
        // A paused process cannot end in good order.
        process.resume();
        process.stop(GRACE);
        delete(folder);
    }

    private static LocalBackend start(String name, Start start) {
        for (var attempt = 1; ; attempt++) {
            var folder = temporaryFolder(name);
            try {
                var backend = start.with(new DataFolder(folder), Ports.free());
                stopWithThisJvm(backend);
                return backend;
            } catch (CannotStart e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                delete(folder);
            }
        }
    }

    /** A JVM that is killed runs no shutdown hook; then this little shell ends what it leaves behind. */
    private static void stopWithThisJvm(LocalBackend backend) {
        var script = "while kill -0 $1 && kill -0 $2; do sleep 2; done; kill -0 $1 || { kill -9 $2; rm -rf \"$3\"; }";
        try {
            new ProcessBuilder(
                            "sh",
                            "-c",
                            script,
                            "watch",
                            Long.toString(ProcessHandle.current().pid()),
                            Long.toString(backend.process().pid()),
                            backend.folder().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder(String name) {
        try {
            return Files.createTempDirectory("dateline-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
