package dateline.query.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of bars, one for each point of a history, in units of a view box that is {@value #HEIGHT} high.
 *
 * @param title what is shown
 * @param now the newest value that is over, as text
 * @param summary the same as the picture in a sentence
 * @param width of the view box
 */
public record Chart(String title, String now, String summary, int width, List<Bar> bars) {
    static final int HEIGHT = 40;

    private static final int STEP = 10;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** A bar, and what it stands for. */
    public record Bar(int x, double y, int width, double height, String label) {}

    /**
     * Draws one.
     *
     * @param least what the scale reaches at least, so that little does not look like much
     * @param value of a point; null if it is not known
     * @param words says a value
     */
    static Chart of(
            String title,
            PipelineHistory history,
            double least,
            Function<PipelineHistory.Point, @Nullable Double> value,
            Function<Double, String> words) {
        List<PipelineHistory.Point> points = history.points();
        double highest = points.stream()
                .map(value)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(each -> each)
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Double own = value.apply(points.get(i));
            if (own != null && own > 0) {
                double height = Math.max(1, HEIGHT * own / Math.max(least, highest));
                bars.add(new Bar(
                        i * STEP + 1,
                        HEIGHT - height,
                        STEP - 2,
                        height,
                        clock(points.get(i).from()) + ": " + words.apply(own)));
            }
        }
        Double newest = points.size() < 2 ? null : value.apply(points.get(points.size() - 2));
        String length = history.step().compareTo(Duration.ofMinutes(1)) > 0 ? "the last day" : "the last hour";
        return new Chart(
                title,
                newest == null ? "–" : words.apply(newest),
                title + " in " + length + ": at most " + words.apply(highest)
                        + (newest == null ? "" : ", lastly " + words.apply(newest)) + ".",
                Math.max(1, points.size()) * STEP,
                bars);
    }

    private static String clock(Instant at) {
        return at.atOffset(ZoneOffset.UTC).format(CLOCK) + " UTC";
    }
}
