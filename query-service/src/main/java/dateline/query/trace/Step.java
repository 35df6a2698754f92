package dateline.query.trace;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that an article took, or did not.
 *
 * @param step which: {@code seen}, {@code incoming}, {@code raw}, {@code enriched}, {@code dead-letter}, {@code index},
 *     {@code takedown}, {@code feeds} or {@code near}
 * @param state how it stands there
 * @param at when, if that is known
 * @param what the same in words
 * @param details places, versions and the like, by name
 */
public record Step(String step, State state, @Nullable Instant at, String what, Map<String, Object> details) {
    /** How a step stands. */
    public enum State {
        /** It was taken. */
        DONE,
        /** It will be taken. */
        WAITING,
        /** It failed. */
        FAILED,
        /** It was not taken. */
        MISSING,
        /** It can not be told. */
        UNKNOWN
    }

    static Step of(String step, State state, @Nullable Instant at, String what) {
        return new Step(step, state, at, what, Map.of());
    }
}
