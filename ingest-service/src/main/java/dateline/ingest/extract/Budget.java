package dateline.ingest.extract;

import java.time.Duration;

/** The time one page may take. */
final class Budget {
    private final long deadline;

    Budget(Duration time) {
        this.deadline = System.nanoTime() + time.toNanos();
    }

    boolean spent() {
        return System.nanoTime() - deadline >= 0;
    }
}
