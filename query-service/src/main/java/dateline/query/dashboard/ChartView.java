package dateline.query.dashboard;

import dateline.query.search.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart over time. Pages hold it as a table, which a script draws.
 *
 * @param title what is counted
 * @param kind {@code bars} or {@code lines}
 * @param names of what is counted, one a column
 * @param rows in order of time, without gaps
 * @param summary the picture in words
 * @param brush where a span that is drawn over the chart leads, once its days are added; none if it can not be drawn over
 */
public record ChartView(
        String title, String kind, List<String> names, List<Row> rows, String summary, @Nullable String brush) {
    /**
     * The counts of one span of time.
     *
     * @param at where it begins, in UTC
     * @param from its first day
     * @param to its last day
     * @param label the time in words
     * @param counts one for each name
     * @param link to what was counted
     */
    public record Row(
            String at, String from, String to, String label, List<Long> counts, @Nullable String link) {}

    /** Articles by time. */
    static ChartView of(Timeline timeline, PageAddress address) {
        String unit = timeline.interval().name().toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        for (Timeline.Bar bar : timeline.bars()) {
            String from = bar.from().toString();
            String to = bar.to().toString();
            rows.add(new Row(
                    from + "T00:00:00Z", from, to, label(bar), List.of(bar.count()), address.between(from, to)));
        }
        return new ChartView(
                "Articles by " + unit, "bars", List.of("Articles"), rows, summary(timeline, unit), address.firstPage());
    }

    private static String summary(Timeline timeline, String unit) {
        return timeline.bars().stream()
                .max(Comparator.comparingLong(Timeline.Bar::count))
                .map(most -> "Articles by " + unit + " from "
                        + ShownTime.of(timeline.bars().getFirst().from()).human() + " to "
                        + ShownTime.of(timeline.bars().getLast().to()).human() + ". Most: " + label(most) + ", "
                        + Wording.articles(most.count()) + ".")
                .orElse("No articles.");
    }

    private static String label(Timeline.Bar bar) {
        String from = ShownTime.of(bar.from()).human();
        return bar.from().equals(bar.to())
                ? from
                : from + " – " + ShownTime.of(bar.to()).human();
    }
}
