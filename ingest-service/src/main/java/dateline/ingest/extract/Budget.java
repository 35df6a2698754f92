package dateline.ingest.extract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time one page may take: of the processor where a thread's share of it can be told, so that a machine busy with
 * something else does not cost an article its end; else of the clock.
 */
final class Budget {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean TELLS = THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private final @Nullable ThreadMXBean threads;
    private final long deadline;

    Budget(Duration time) {
        this.threads = TELLS && !Thread.currentThread().isVirtual() ? THREADS : null;
        this.deadline = now() + time.toNanos();
    }

    boolean spent() {
        return now() - deadline >= 0;
    }

    private long now() {
        return threads == null ? System.nanoTime() : threads.getCurrentThreadCpuTime();
    }
}
