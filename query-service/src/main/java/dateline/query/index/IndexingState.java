package dateline.query.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether articles are being stored or waiting, and for what; logs each change once. */
@Component
final class IndexingState {
    private static final Logger LOG = LoggerFactory.getLogger(IndexingState.class);

    /** Articles are waiting. */
    record Waiting(Instant since, String why) {}

    private final AtomicReference<@Nullable Waiting> current = new AtomicReference<>();
    private final Clock clock = Clock.systemUTC();

    void waiting(String why) {
        Waiting before = current.get();
        current.set(new Waiting(before == null ? clock.instant() : before.since(), why));
        if (before == null) {
            LOG.warn("Articles wait to be indexed: {}", why);
        }
    }

    void flowing() {
        Waiting before = current.getAndSet(null);
        if (before != null) {
            LOG.info("Articles are indexed again after {}", Duration.between(before.since(), clock.instant()));
        }
    }

    Optional<Waiting> waiting() {
        return Optional.ofNullable(current.get());
    }
}
