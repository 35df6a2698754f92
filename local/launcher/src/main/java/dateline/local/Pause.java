package dateline.local;

import java.time.Duration;

/** Between two looks at something that takes a while. */
final class Pause {
    private Pause() {}

    static void halfASecond() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }
}
