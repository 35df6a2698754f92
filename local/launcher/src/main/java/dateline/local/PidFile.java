package dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process between two runs of the launcher: its id and when it started, because ids are used again and
 * another's process must never be signalled.
 */
final class PidFile {
    /** Linux derives a process's start from the boot time, which shifts a little when the clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
    }

    /** The process, if it still runs and is the one that was written. */
    Optional<ProcessHandle> running() {
        try {
            var fields = Files.readString(file).strip().split(" ");
            if (fields.length != 2) {
                return Optional.empty();
            }
            var started = Instant.ofEpochMilli(Long.parseLong(fields[1]));
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) <= 0);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Where the operating system does not tell the start, only the id counts. */
    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
