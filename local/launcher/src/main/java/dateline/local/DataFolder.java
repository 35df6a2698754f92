package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Where a running Dateline keeps its data ({@code kafka}, {@code elasticsearch}), its logs ({@code logs}) and what the
 * launcher must remember ({@code run}).
 *
 * @param root an absolute path
 */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    PidFile pidFile(String process) {
        return new PidFile(root.resolve("run").resolve(process + ".pid"));
    }

    /** When this folder was first asked, to the second: later starts show the same newsroom, not a revised one. */
    Instant firstStart() {
        var file = root.resolve("run").resolve("first-start");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
            }
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeParseException e) {
            throw new CannotStart("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
