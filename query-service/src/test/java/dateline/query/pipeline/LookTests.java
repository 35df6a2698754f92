package dateline.query.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.pipeline.ElasticsearchHealth.Disk;
import dateline.query.pipeline.ElasticsearchHealth.Watermark;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LookTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static Watermark reached(long total, long free, String settings) {
        JsonNode stats = json("{'nodes': {'x': {'name': 'a', 'fs': {'total': {'total_in_bytes': " + total
                + ", 'available_in_bytes': " + free + "}}}}}");
        return ElasticsearchLook.disks(stats, json(settings)).stream()
                .map(Disk::reached)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDiskReachesTheWatermarksOneByOne() {
        assertThat(reached(100, 16, "{}")).isEqualTo(Watermark.NONE);
        assertThat(reached(100, 14, "{}")).isEqualTo(Watermark.LOW);
        assertThat(reached(100, 9, "{}")).isEqualTo(Watermark.HIGH);
        assertThat(reached(100, 4, "{}")).isEqualTo(Watermark.FLOOD);
    }

    @Test
    void ofALargeDiskSoManyGigabytesAreEnough() {
        long terabytes = 10L << 40;
        assertThat(reached(terabytes, 201L << 30, "{}")).isEqualTo(Watermark.NONE);
        assertThat(reached(terabytes, 199L << 30, "{}")).isEqualTo(Watermark.LOW);
    }

    @Test
    void watermarksThatWereSetAreKeptTo() {
        String prefix = "'cluster.routing.allocation.disk.";
        assertThat(reached(100, 14, "{'persistent': {" + prefix + "watermark.low': '90%'}}"))
                .isEqualTo(Watermark.NONE);
        assertThat(reached(1L << 40, 1L << 30, "{'transient': {" + prefix + "watermark.flood_stage': '2gb'}}"))
                .isEqualTo(Watermark.FLOOD);
        assertThat(reached(100, 1, "{'defaults': {" + prefix + "threshold_enabled': 'false'}}"))
                .isEqualTo(Watermark.NONE);
    }

    @Test
    void aFailedLookKeepsWhatWasSeenAndSinceWhenItFails() {
        AtomicReference<String> answer = new AtomicReference<>("well");
        Lookout<String> lookout = new Lookout<>(
                "test",
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                () -> {
                    if (answer.get().isEmpty()) {
                        throw new IOException("no connection");
                    }
                    return answer.get();
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(lookout.seen().at()).isNull();
        lookout.once();
        assertThat(lookout.seen().problem()).isNull();

        answer.set("");
        lookout.once();

        assertThat(lookout.seen().value()).isEqualTo("well");
        assertThat(lookout.seen().problem()).isEqualTo("no connection");
        assertThat(lookout.seen().since()).isEqualTo(NOW);
    }

    @Test
    void minutesAreCountedForADay() {
        MinuteCounts counts = new MinuteCounts();
        counts.add(NOW, 2);
        counts.add(NOW.plusSeconds(59), 3);
        counts.add(NOW.plus(Duration.ofDays(1)), 7);
        counts.add(NOW, 100);

        assertThat(counts.of(NOW)).as("its place was taken").isZero();
        assertThat(counts.of(NOW.plus(Duration.ofDays(1)))).isEqualTo(7);
        assertThat(counts.of(NOW.minusSeconds(60))).isZero();
    }

    @Test
    void numbersReadAsPeopleSayThem() {
        assertThat(Words.duration(Duration.ofMillis(300))).isEqualTo("under 1 s");
        assertThat(Words.duration(Duration.ZERO)).isEqualTo("0 s");
        assertThat(Words.duration(Duration.ofSeconds(100))).isEqualTo("1 min 40 s");
        assertThat(Words.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(Words.duration(Duration.ofDays(3))).isEqualTo("3 days");
        assertThat(Words.bytes(1_500_000_000L)).isEqualTo("1.5 GB");
        assertThat(Words.count(1, "feed")).isEqualTo("1 feed");
    }
}
