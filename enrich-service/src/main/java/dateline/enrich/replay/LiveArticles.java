package dateline.enrich.replay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Whether live articles come in these days, in which case a replay keeps back. Thread-safe. */
final class LiveArticles {
    private final Duration recent;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Long> last = new AtomicReference<>();

    /**
     * Of none so far.
     *
     * @param recent for how long an article counts
     */
    LiveArticles(Duration recent, LongSupplier nanoTime) {
        this.recent = recent;
        this.nanoTime = nanoTime;
    }

    void came() {
        last.set(nanoTime.getAsLong());
    }

    boolean isRecent() {
        Long at = last.get();
        return at != null && nanoTime.getAsLong() - at < recent.toNanos();
    }
}
