package dateline.query.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at the last look.
 *
 * @param value what was last seen; of an earlier look, if the last one failed; null if there was none yet
 * @param problem why the last look failed, if it did
 * @param at when the last look ended; null before the first
 * @param since since when it has been so: well, or failing
 */
public record Seen<T>(
        @Nullable T value,
        @Nullable String problem,
        @Nullable Instant at,
        Instant since) {
    /** Before the first look. */
    static <T> Seen<T> nothing(Instant now) {
        return new Seen<>(null, null, null, now);
    }

    Seen<T> well(T found, Instant now) {
        return new Seen<>(found, null, now, problem == null && at != null ? since : now);
    }

    Seen<T> failed(String why, Instant now) {
        return new Seen<>(value, why, now, problem == null ? now : since);
    }
}
