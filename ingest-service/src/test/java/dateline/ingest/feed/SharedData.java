package dateline.ingest.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the evaluation data, which lies beside the repository and is no part of it. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of {@code shared/eval}; empty where the data is not there. */
    public static Optional<Path> eval(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/eval").resolve(name);
            if (Files.exists(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
