package dateline.query.pipeline;

import dateline.query.index.FreshnessWindow;
import dateline.query.index.FreshnessWindow.Percentiles;
import dateline.query.pipeline.Finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline is: the answer of {@code GET /api/pipeline}. What it says of a service, of Kafka or of Elasticsearch
 * is at most a few seconds old; {@code at} in each says how old.
 *
 * @param findings what is wrong, the worst first; empty if all is well
 * @param stages what flows
 * @param countedSince articles written before are not counted; after a start that is the hour before it, or the start
 * @param freshness how long articles took until this instance had stored them
 * @param lags how far behind whoever reads is
 */
public record PipelineReport(
        Instant at,
        List<Found> findings,
        List<Flow> stages,
        Instant countedSince,
        List<Freshness> freshness,
        List<Behind> lags,
        Letters letters,
        Seen<FeedCounts> feeds,
        List<ServiceState> services,
        Seen<KafkaHealth> kafka,
        Seen<ElasticsearchHealth> elasticsearch) {
    /** A finding in words. */
    public record Found(
            String kind,
            Severity severity,
            String sentence,
            String remedy,
            @Nullable String link) {}

    /**
     * Articles that pass a stage.
     *
     * @param perMinute of the last five minutes that are over
     * @param lastHour how many
     * @param lastDay how many
     */
    public record Flow(Stage stage, double perMinute, long lastHour, long lastDay) {}

    /**
     * How long articles took.
     *
     * @param from {@code published} or {@code seen}
     * @param period {@code hour} or {@code day}
     */
    public record Freshness(
            String from,
            String period,
            long articles,
            @Nullable Duration p50,
            @Nullable Duration p95,
            @Nullable Duration p99) {}

    /** A reader; {@code seconds} is {@link Lag#behind}. */
    public record Behind(String reader, String group, String topic, double seconds, long offsets, int members) {}

    private static final int MINUTES_OF_RATE = 5;

    static PipelineReport of(Snapshot now, StageCounter stages, FreshnessWindow freshness) {
        return new PipelineReport(
                now.at(),
                Rules.judge(now).stream().map(PipelineReport::found).toList(),
                Arrays.stream(Stage.values())
                        .map(stage -> flow(stage, now.at(), stages))
                        .toList(),
                stages.since(),
                List.of(
                        freshness("seen", "hour", freshness.sinceSeen(Duration.ofHours(1))),
                        freshness("seen", "day", freshness.sinceSeen(Duration.ofDays(1))),
                        freshness("published", "hour", freshness.sincePublished(Duration.ofHours(1))),
                        freshness("published", "day", freshness.sincePublished(Duration.ofDays(1)))),
                now.lags().stream()
                        .map(lag -> new Behind(
                                lag.reader(),
                                lag.group(),
                                lag.topic(),
                                lag.behind().toMillis() / 1000.0,
                                lag.offsets(),
                                lag.members()))
                        .toList(),
                now.letters(),
                now.feeds(),
                now.services(),
                now.kafka(),
                now.elasticsearch());
    }

    private static Found found(Finding finding) {
        return new Found(
                finding.getClass().getSimpleName(),
                finding.severity(),
                finding.sentence(),
                finding.remedy(),
                finding.link());
    }

    private static Flow flow(Stage stage, Instant now, StageCounter stages) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        long lately = sum(stage, minute, 1, MINUTES_OF_RATE, stages);
        return new Flow(
                stage,
                Math.round(10.0 * lately / MINUTES_OF_RATE) / 10.0,
                sum(stage, minute, 0, 59, stages),
                sum(stage, minute, 0, 24 * 60 - 1, stages));
    }

    private static long sum(Stage stage, Instant minute, int from, int to, StageCounter stages) {
        long sum = 0;
        for (int i = from; i <= to; i++) {
            sum += stages.count(stage, minute.minus(Duration.ofMinutes(i)));
        }
        return sum;
    }

    private static Freshness freshness(String from, String period, Percentiles percentiles) {
        return new Freshness(
                from, period, percentiles.count(), percentiles.p50(), percentiles.p95(), percentiles.p99());
    }
}
