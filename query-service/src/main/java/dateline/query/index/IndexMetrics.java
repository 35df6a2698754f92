package dateline.query.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts what became of the records ({@code dateline.index.articles}) and times how long an article took until it was
 * stored ({@code dateline.freshness}, from when it was published, from when ingest saw the revision and from when it was
 * enriched).
 */
@Component
final class IndexMetrics {
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Timer sinceSeen;
    private final Timer sinceEnriched;
    private final Timer sincePublished;
    private final FreshnessWindow window;
    private final Clock clock = Clock.systemUTC();

    IndexMetrics(MeterRegistry registry, FreshnessWindow window) {
        this.window = window;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("dateline.index.articles")
                            .description("Records of news.enriched by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        this.sinceSeen = freshness(registry, "seen");
        this.sinceEnriched = freshness(registry, "enriched");
        this.sincePublished = freshness(registry, "published");
    }

    private static Timer freshness(MeterRegistry registry, String from) {
        return Timer.builder("dateline.freshness")
                .description("From when a revision was published, seen or enriched to when it was stored")
                .tag("from", from)
                .publishPercentileHistogram()
                .register(registry);
    }

    void count(Write write, Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
        if (outcome == Outcome.INDEXED && write instanceof Write.Put put) {
            Instant now = clock.instant();
            Duration seen = atLeastZero(Duration.between(put.revisedAt(), now));
            Instant publishedAt = put.publishedAt();
            Duration published = publishedAt == null ? null : atLeastZero(Duration.between(publishedAt, now));
            sinceSeen.record(seen);
            sinceEnriched.record(atLeastZero(Duration.between(put.enrichedAt(), now)));
            if (published != null) {
                sincePublished.record(published);
            }
            window.stored(now, seen, published);
        }
    }

    /** Two machines' clocks differ. */
    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
