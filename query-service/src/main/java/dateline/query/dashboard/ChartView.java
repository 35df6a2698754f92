package dateline.query.dashboard;

import dateline.query.attention.Attention;
import dateline.query.attention.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        String title,
        String kind,
        List<String> names,
        List<Row> rows,
        String summary,
        @Nullable String brush) {
    /**
     * The counts of one span of time.
     *
     * @param at where it begins
     * @param from its first day in UTC, or where a bar is shorter, its first moment
     * @param to its last day or moment
     * @param label the time in words
     * @param counts one for each name
     * @param link to what was counted
     */
    public record Row(
            String at,
            String from,
            String to,
            String label,
            List<Long> counts,
            @Nullable String link) {}

    /** Articles by time; none if there are no bars. */
    static @Nullable ChartView of(Attention attention, PageAddress address) {
        if (attention.bars().isEmpty()) {
            return null;
        }
        String title = "Articles by " + attention.interval().name().toLowerCase(Locale.ROOT);
        List<Row> rows = attention.bars().stream()
                .map(bar -> row(bar, attention.interval(), address))
                .toList();
        return new ChartView(title, "bars", List.of("Articles"), rows, summary(title, rows), address.firstPage());
    }

    /**
     * Articles by day.
     *
     * @param rows one a day, at least one
     */
    static ChartView ofDays(List<Row> rows, @Nullable String brush) {
        String title = "Articles by day";
        return new ChartView(title, "bars", List.of("Articles"), rows, summary(title, rows), brush);
    }

    private static Row row(Attention.Bar bar, Interval interval, PageAddress address) {
        boolean partOfDay = interval == Interval.MINUTE || interval == Interval.HOUR;
        String from = partOfDay ? bar.from().toString() : day(bar.from()).toString();
        String to = partOfDay
                ? bar.until().minusSeconds(1).toString()
                : day(bar.until().minusMillis(1)).toString();
        return new Row(
                bar.from().toString(), from, to, label(bar, interval), List.of(bar.count()), address.between(from, to));
    }

    private static String label(Attention.Bar bar, Interval interval) {
        return switch (interval) {
            case MINUTE, HOUR -> ShownTime.of(bar.from()).human();
            case DAY -> ShownTime.of(day(bar.from())).human();
            case WEEK, MONTH, YEAR ->
                ShownTime.of(day(bar.from())).human() + " – "
                        + ShownTime.of(day(bar.until().minusMillis(1))).human();
        };
    }

    private static String summary(String title, List<Row> rows) {
        Row most = rows.stream()
                .max(Comparator.comparingLong(row -> row.counts().getFirst()))
                .orElseThrow();
        return title + " from " + rows.getFirst().label() + " to "
                + rows.getLast().label() + ". Most: " + most.label() + ", "
                + Wording.articles(most.counts().getFirst()) + ".";
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
