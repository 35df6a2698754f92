package dateline.query.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.dashboard.StaticAddresses;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");

    private static String screen(Seen<KafkaHealth> kafka, Seen<ElasticsearchHealth> elasticsearch) {
        Letters none = new Letters(true, 0, 0, 0, 0, List.of(), List.of());
        PipelineReport report = new PipelineReport(
                NOW,
                List.of(),
                List.of(),
                NOW,
                List.of(),
                List.of(),
                none,
                Seen.nothing(NOW),
                List.of(),
                kafka,
                elasticsearch);
        PipelineHistory history = new PipelineHistory(Duration.ofMinutes(1), NOW, List.of());
        Chart letters = Chart.of("Open dead letters", history, 10, point -> null, String::valueOf);
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "console/overview.jte",
                        Map.of(
                                "files",
                                new StaticAddresses(path -> path),
                                "report",
                                report,
                                "stages",
                                List.of(),
                                "lags",
                                List.of(),
                                "letters",
                                letters,
                                "day",
                                false,
                                "period",
                                "hour",
                                "live",
                                true,
                                "broken",
                                0L),
                        html);
        return html.toString();
    }

    @Test
    void itIsShownBeforeAnybodyHasBeenAsked() {
        assertThat(screen(Seen.nothing(NOW), Seen.nothing(NOW))).contains("not asked yet", "Not known yet.");
    }

    @Test
    void itIsShownWhileNobodyAnswers() {
        assertThat(screen(
                        Seen.<KafkaHealth>nothing(NOW).failed("no broker", NOW),
                        Seen.<ElasticsearchHealth>nothing(NOW).failed("no connection", NOW)))
                .contains("no broker", "no connection");
    }

    @Test
    void howFullTheDisksAreIsShown() {
        ElasticsearchHealth well = new ElasticsearchHealth(
                "green",
                1,
                0,
                1_234_567L,
                false,
                List.of(new ElasticsearchHealth.Disk("<node>", 1000, 250, ElasticsearchHealth.Watermark.NONE)));

        assertThat(screen(
                        Seen.nothing(NOW),
                        Seen.<ElasticsearchHealth>nothing(NOW).well(well, NOW)))
                .contains("1,234,567 articles, 1 node", "75 % full", "&lt;node&gt;");
    }
}
