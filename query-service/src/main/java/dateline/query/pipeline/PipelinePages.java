package dateline.query.pipeline;

import dateline.query.console.Say;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /console}: the one screen. */
@Controller
class PipelinePages {
    private static final Map<Stage, String> NAMES = new TreeMap<>(Map.of(
            Stage.INGESTED, "Seen",
            Stage.REVISED, "New or changed",
            Stage.ENRICHED, "Enriched",
            Stage.INDEXED, "Indexed"));
    private static final Map<String, String> READERS = new TreeMap<>(Map.of(
            "news.incoming", "ingest-service in news.incoming",
            "news.raw", "enrich-service in news.raw",
            "news.enriched", "query-service in news.enriched"));

    private static final double LEAST_LAG = 60;
    private static final double LEAST_LETTERS = 10;

    private final Watch watch;

    PipelinePages(Watch watch) {
        this.watch = watch;
    }

    @GetMapping("/console")
    String screen(
            @RequestParam(defaultValue = "hour") String period,
            @RequestParam(defaultValue = "on") String live,
            Model model) {
        boolean day = period.equals("day");
        PipelineReport report = watch.report();
        PipelineHistory history = watch.history(day ? PipelineHistory.Period.DAY : PipelineHistory.Period.HOUR);
        List<Passage> stages = report.stages().stream()
                .map(flow -> new Passage(
                        NAMES.getOrDefault(flow.stage(), ""),
                        flow,
                        Chart.of(
                                "Articles a minute, " + Say.words(flow.stage()),
                                history,
                                0,
                                point -> point.articles().get(flow.stage()),
                                Say::number)))
                .toList();
        List<Chart> lags = READERS.entrySet().stream()
                .map(reader -> Chart.of(
                        reader.getValue(),
                        history,
                        LEAST_LAG,
                        point -> {
                            Long seconds = point.behindSeconds().get(reader.getKey());
                            return seconds == null ? null : (Double) (double) seconds;
                        },
                        Say::seconds))
                .toList();
        model.addAttribute("report", report);
        model.addAttribute("stages", stages);
        model.addAttribute("lags", lags);
        model.addAttribute(
                "letters",
                Chart.of(
                        "Open dead letters",
                        history,
                        LEAST_LETTERS,
                        point -> point.letters() == null ? null : (Double) (double) point.letters(),
                        Say::number));
        model.addAttribute("day", day);
        model.addAttribute("period", day ? "day" : "hour");
        model.addAttribute("live", !live.equals("off"));
        model.addAttribute(
                "broken",
                report.findings().stream()
                        .filter(found -> found.severity() == Finding.Severity.BROKEN)
                        .count());
        return "console/overview";
    }
}
