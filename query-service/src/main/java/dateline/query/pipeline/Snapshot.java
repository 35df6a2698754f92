package dateline.query.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the pipeline at one moment; what the rules judge.
 *
 * @param services the others
 * @param lags how far behind the readers are; the last known if Kafka is away
 * @param lagBefore the same ten minutes ago, as far as it was known then
 * @param outdated what the index lacks since an older mapping built it
 * @param waiting why articles wait to be indexed
 */
public record Snapshot(
        Instant at,
        List<ServiceState> services,
        Seen<KafkaHealth> kafka,
        Seen<ElasticsearchHealth> elasticsearch,
        List<Lag> lags,
        List<Lag> lagBefore,
        Letters letters,
        Seen<FeedCounts> feeds,
        @Nullable String outdated,
        @Nullable Waiting waiting) {
    /** Articles wait. */
    public record Waiting(String why, Instant since) {}
}
