package dateline.enrich.entity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds evaluation data that lies beside the repository, not in it. */
public final class SharedData {
    private SharedData() {}

    /** A file or directory under {@code ../shared/eval}, looked for from the working directory upwards. */
    public static Optional<Path> find(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/eval").resolve(name);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
