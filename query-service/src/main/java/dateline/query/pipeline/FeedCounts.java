package dateline.query.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the feeds stand, as ingest-service says.
 *
 * @param states how many by state
 * @param silent how many answer and have brought nothing for long by their own rhythm
 * @param errors failing feeds by kind of error
 * @param worst those that have failed most often in a row
 */
public record FeedCounts(
        int total,
        @Nullable Map<String, Integer> states,
        int silent,
        @Nullable Map<String, Integer> errors,
        long pendingPages,
        @Nullable List<Failing> worst) {
    /** A feed that fails. */
    public record Failing(String id, String title, String error, String reason, int errors) {}

    public FeedCounts {
        states = states == null ? Map.of() : Map.copyOf(states);
        errors = errors == null ? Map.of() : Map.copyOf(errors);
        worst = worst == null ? List.of() : List.copyOf(worst);
    }

    /** Feeds in that state. */
    public int in(String state) {
        return states == null ? 0 : states.getOrDefault(state, 0);
    }
}
