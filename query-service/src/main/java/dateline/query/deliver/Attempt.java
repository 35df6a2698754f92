package dateline.query.deliver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of trying to send something. */
sealed interface Attempt {
    /** It was taken. */
    record Taken() implements Attempt {}

    /**
     * It was not, and may be later.
     *
     * @param pause how long the other side wants to be left alone, if it said so
     */
    record Failed(String problem, @Nullable Duration pause) implements Attempt {}

    /**
     * It never will be.
     *
     * @param reason short and stable
     */
    record Hopeless(String reason, String problem) implements Attempt {}
}
