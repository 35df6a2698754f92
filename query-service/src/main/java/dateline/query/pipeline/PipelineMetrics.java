package dateline.query.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The pipeline as gauges, a handful of each: {@code dateline.consumer.lag} (seconds, by group and topic),
 * {@code dateline.dead.letters} (open ones, by topic and reason), {@code dateline.service.up} (by service).
 */
@Component
class PipelineMetrics {
    private final MultiGauge lag;
    private final MultiGauge letters;
    private final MultiGauge up;

    PipelineMetrics(MeterRegistry registry) {
        this.lag = MultiGauge.builder("dateline.consumer.lag")
                .description("Age of the oldest record that the group has not read in the topic")
                .baseUnit("seconds")
                .register(registry);
        this.letters = MultiGauge.builder("dateline.dead.letters")
                .description("Open dead letters")
                .register(registry);
        this.up = MultiGauge.builder("dateline.service.up")
                .description("Whether the service answered when last asked, 1 or 0")
                .register(registry);
    }

    void note(Snapshot now) {
        lag.register(
                rows(now.lags().stream()
                        .map(each -> Row.of(
                                Tags.of("group", each.group(), "topic", each.topic()),
                                each.behind().toMillis() / 1000.0))
                        .toList()),
                true);
        letters.register(
                rows(now.letters().reasons().stream()
                        .map(each -> Row.of(Tags.of("topic", each.topic(), "reason", each.reason()), each.count()))
                        .toList()),
                true);
        up.register(
                rows(now.services().stream()
                        .filter(ServiceState::known)
                        .map(each -> Row.of(Tags.of("service", each.name()), each.problem() == null ? 1 : 0))
                        .toList()),
                true);
    }

    private static List<Row<?>> rows(List<Row<Number>> rows) {
        return List.copyOf(rows);
    }
}
