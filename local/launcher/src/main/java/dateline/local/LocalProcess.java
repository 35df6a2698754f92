package dateline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process of ours on this machine, with its log. It outlives the launcher, and the next launcher finds it again. */
public final class LocalProcess {
    /** The first line of an exception in a log, with its message. */
    private static final Pattern EXCEPTION = Pattern.compile("(?:Caused by: )?[\\w$]+(?:\\.[\\w$]+)+: (.+)");

    private static final long LOG_KEPT_BYTES = 20L * 1024 * 1024;
    private static final Duration POLL = Duration.ofMillis(50);

    private final String name;
    private final ProcessHandle process;
    private final PidFile pidFile;
    private final Path log;
    /** What an earlier run wrote before, in bytes. */
    private final long logStart;

    private LocalProcess(String name, ProcessHandle process, PidFile pidFile, Path log, long logStart) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts {@code command}; what it prints is appended to {@code logs/<name>.log} in the data folder. */
    public static LocalProcess start(String name, List<String> command, DataFolder data) {
        var log = data.log(name);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
                Files.move(log, log.resolveSibling(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var logStart = Files.exists(log) ? Files.size(log) : 0;
            var process = new ProcessBuilder(command)
                    .directory(data.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            var pidFile = data.pidFile(name);
            pidFile.write(process.toHandle());
            return new LocalProcess(name, process.toHandle(), pidFile, log, logStart);
        } catch (IOException e) {
            throw new CannotStart("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** The process of that name that an earlier launcher started in this data folder, if it still runs. */
    public static Optional<LocalProcess> running(String name, DataFolder data) {
        var pidFile = data.pidFile(name);
        return pidFile.running().map(process -> new LocalProcess(name, process, pidFile, data.log(name), 0));
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Since when it runs, if the operating system tells. */
    public Optional<Duration> uptime() {
        return process.info().startInstant().map(start -> Duration.between(start, Instant.now()));
    }

    /**
     * Waits until {@code ready}.
     *
     * @throws CannotStart if the process ends before, or is not ready in time
     */
    public void awaitReady(BooleanSupplier ready, Duration timeout) {
        var end = System.nanoTime() + timeout.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new CannotStart(name + " ended while it started" + reasonFromLog() + "; see " + log);
            }
            if (System.nanoTime() - end > 0) {
                throw new CannotStart(name + " was not ready within " + timeout.toSeconds() + " s; see " + log);
            }
            sleep();
        }
    }

    /** Asks the process to end, waits, and kills it if it does not end in time. Returns whether it ended by itself. */
    public boolean stop(Duration grace) {
        process.destroy();
        var ended = awaitEnd(grace);
        if (!ended) {
            kill();
        }
        deletePidFile();
        return ended;
    }

    /** Ends the process at once, without a chance to clean up, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
        deletePidFile();
    }

    /** Stops the process in its tracks: connections stay open and nobody answers. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume() {
        signal("CONT");
    }

    /** What this run has written to its log so far. */
    public String logSinceStart() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(logStart);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private String reasonFromLog() {
        var lines = logSinceStart().lines().toList();
        // Spring Boot explains what it knows in words, between two headings.
        var described = lines.lastIndexOf("Description:");
        if (described >= 0) {
            return lines.stream()
                    .skip(described + 1)
                    .takeWhile(line -> !line.equals("Action:"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining(" ", " (", ")"));
        }
        // The innermost cause says why, and what repeats it further out says where; lines of a stack trace say neither.
        var causes = lines.stream()
                .map(EXCEPTION::matcher)
                .filter(Matcher::matches)
                .map(exception -> exception.group(1))
                .toList();
        var reason = causes.stream()
                .filter(message -> message.endsWith(causes.getLast()))
                .findFirst()
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.stripLeading().startsWith("at "))
                        .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.contains("Error:"))
                        .findFirst());
        return reason.or(() -> lines.reversed().stream().findFirst())
                .map(line -> " (" + line.strip() + ")")
                .orElse("");
    }

    private void signal(String signal) {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("Cannot send SIG" + signal + " to " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean awaitEnd(Duration timeout) {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deletePidFile() {
        try {
            pidFile.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted");
        }
    }
}
