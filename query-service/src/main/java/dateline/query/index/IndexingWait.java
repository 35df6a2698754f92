package dateline.query.index;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether articles wait to be stored, for those who are not part of indexing. */
@Component
public final class IndexingWait {
    private final IndexingState state;

    IndexingWait(IndexingState state) {
        this.state = state;
    }

    /** Articles wait. */
    public record Waiting(Instant since, String why) {}

    /** Since when and why they wait; nothing if they flow. */
    public Optional<Waiting> waiting() {
        return state.waiting().map(waiting -> new Waiting(waiting.since(), waiting.why()));
    }
}
