package dateline.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what polling does, by a handful of outcomes. */
@Component
class PollMetrics {
    private final MeterRegistry registry;

    PollMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A poll is done.
     *
     * @param lag from when it was due to when it began
     */
    void polled(PollResult result, Duration lag) {
        String outcome = switch (result) {
            case PollResult.Unchanged _ -> "unchanged";
            case PollResult.Index _ -> "index";
            case PollResult.Document _ -> "document";
            case PollResult.Failed failed -> failed.error().name().toLowerCase(Locale.ROOT);
        };
        registry.counter("dateline.feeds.polls", "outcome", outcome).increment();
        registry.timer("dateline.feeds.lag").record(lag.isNegative() ? Duration.ZERO : lag);
    }

    /** A page is done: {@code ok}, {@code retry} or {@code without} (the article was made of the feed's text). */
    void page(String outcome) {
        registry.counter("dateline.pages", "outcome", outcome).increment();
    }
}
