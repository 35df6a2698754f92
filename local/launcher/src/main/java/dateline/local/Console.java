package dateline.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what happens: a line per step with the time since the start, and a progress line while it waits. */
public final class Console {
    private static final Duration BETWEEN_PROGRESS_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long lastProgress = start;
    private int progressLength;

    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A line as it is. */
    public synchronized void print(String line) {
        clearProgress();
        out.println(line);
        out.flush();
    }

    /** Something is done. */
    public synchronized void step(String line) {
        print(elapsed() + line);
    }

    /** Something is under way: overwritten on a terminal, now and then a line elsewhere. */
    public synchronized void progress(String line) {
        var now = System.nanoTime();
        if (terminal) {
            clearProgress();
            var text = elapsed() + line;
            out.print(text);
            out.flush();
            progressLength = text.length();
        } else if (now - lastProgress >= BETWEEN_PROGRESS_LINES.toNanos()) {
            lastProgress = now;
            print(elapsed() + line);
        }
    }

    private void clearProgress() {
        if (progressLength > 0) {
            out.print("\r" + " ".repeat(progressLength) + "\r");
            progressLength = 0;
        }
    }

    private String elapsed() {
        return String.format(Locale.ROOT, "%6.1f s  ", (System.nanoTime() - start) / 1e9);
    }
}
