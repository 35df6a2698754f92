package dateline.query.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, open where an end is missing.
 *
 * @param from not before
 * @param until before
 */
public record Period(@Nullable Instant from, @Nullable Instant until) {
    /** All of time. */
    public static final Period ALWAYS = new Period(null, null);

    /** Whether it leaves nothing out. */
    public boolean isAlways() {
        return from == null && until == null;
    }
}
