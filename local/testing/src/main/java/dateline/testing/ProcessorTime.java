package dateline.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Holds work to a bound on the processor's time. A clock on the wall would also count what the machine does besides, and
 * tests of speed would fail for a neighbour's noise.
 */
public final class ProcessorTime {
    private ProcessorTime() {}

    /**
     * Does the work on this thread and answers what it answered.
     *
     * @throws AssertionError if this thread took the limit or more of processor time for it
     */
    public static <T> T within(Duration limit, Callable<T> work) {
        return within(limit, work, "");
    }

    /** The same, with what the work is about in the message. */
    public static <T> T within(Duration limit, Callable<T> work, String about) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        T answer;
        try {
            answer = work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        if (took.compareTo(limit) >= 0) {
            throw new AssertionError("took " + took + " of the processor, more than " + limit + " " + about);
        }
        return answer;
    }
}
