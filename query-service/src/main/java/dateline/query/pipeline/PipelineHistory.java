package dateline.query.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How it was.
 *
 * @param step length of what a point stands for
 * @param countedSince articles written before are not counted
 * @param points in order of time; the last is not over yet
 */
public record PipelineHistory(Duration step, Instant countedSince, List<Point> points) {
    /** How far back is looked. */
    public enum Period {
        HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
        DAY(Duration.ofDays(1), Duration.ofMinutes(15));

        private final Duration length;
        private final Duration step;

        Period(Duration length, Duration step) {
            this.length = length;
            this.step = step;
        }
    }

    /**
     * A part of the time.
     *
     * @param articles a minute, by stage
     * @param behindSeconds how far behind the readers of each topic were at most, in seconds; without those nobody saw
     * @param letters open dead letters at its end; null if nobody saw
     */
    public record Point(
            Instant from,
            Map<Stage, Double> articles,
            Map<String, Long> behindSeconds,
            @Nullable Integer letters) {}

    static PipelineHistory of(Period period, Instant now, StageCounter stages, Samples samples) {
        long minutes = period.step.toMinutes();
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        while (last.plus(period.step).isBefore(now)) {
            last = last.plus(period.step);
        }
        List<Point> points = new ArrayList<>();
        for (Instant from = last.minus(period.length).plus(period.step);
                !from.isAfter(last);
                from = from.plus(period.step)) {
            Map<Stage, Double> articles = new EnumMap<>(Stage.class);
            Map<String, Long> behind = new TreeMap<>();
            Integer letters = null;
            for (long i = 0; i < minutes; i++) {
                Instant minute = from.plus(Duration.ofMinutes(i));
                for (Stage stage : Stage.values()) {
                    articles.merge(stage, (double) stages.count(stage, minute), Double::sum);
                }
                Samples.Sample sample = samples.at(minute);
                if (samples.has(minute)) {
                    letters = sample.letters();
                    sample.lags()
                            .forEach(lag ->
                                    behind.merge(lag.topic(), lag.behind().toSeconds(), Math::max));
                }
            }
            articles.replaceAll((stage, count) -> Math.round(count / minutes * 10) / 10.0);
            points.add(new Point(from, articles, behind, letters));
        }
        return new PipelineHistory(period.step, stages.since(), points);
    }
}
