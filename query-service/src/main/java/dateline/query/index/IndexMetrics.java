package dateline.query.index;

import dateline.contract.Headers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts what became of the records ({@code dateline.index.articles}), says how long articles have been waiting to be
 * stored ({@code dateline.index.waiting}) and times how long an article took until it was
 * stored ({@code dateline.freshness}, from when it was published, from when ingest saw the revision and from when it was
 * enriched).
 */
@Component
final class IndexMetrics {
    /** Seconds for what is pushed, minutes for what is polled, hours after an outage. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Timer sinceSeen;
    private final Timer sinceEnriched;
    private final Timer sincePublished;
    private final FreshnessWindow window;
    private final Clock clock = Clock.systemUTC();

    IndexMetrics(MeterRegistry registry, FreshnessWindow window, IndexingState state) {
        this.window = window;
        TimeGauge.builder("dateline.index.waiting", state, TimeUnit.SECONDS, this::waiting)
                .description("Since when articles wait to be stored; 0 if they do not")
                .register(registry);
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

    private double waiting(IndexingState state) {
        return state.waiting()
                .map(waiting -> atLeastZero(Duration.between(waiting.since(), clock.instant()))
                                .toMillis()
                        / 1000.0)
                .orElse(0.0);
    }

    private static Timer freshness(MeterRegistry registry, String from) {
        return Timer.builder("dateline.freshness")
                .description("From when a revision was published, seen or enriched to when it was stored")
                .tag("from", from)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void count(Write write, Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
        // Enriched anew long after it was seen, it would pass for very late news.
        boolean replayed = write.origin().headers().lastHeader(Headers.REPLAY) != null;
        if (outcome == Outcome.INDEXED && !replayed && write instanceof Write.Put put) {
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
