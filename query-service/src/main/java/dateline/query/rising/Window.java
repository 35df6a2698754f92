package dateline.query.rising;

import dateline.query.search.InvalidParameter;
import dateline.query.search.Period;
import dateline.query.search.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times that are compared.
 *
 * @param start the beginning of the baseline
 * @param from the end of the baseline and the beginning of the window
 * @param until the end of the window
 */
public record Window(Instant start, Instant from, Instant until) {
    /** The parameter for the window's length. */
    public static final String WINDOW = "window";
    /** The parameter for the baseline's length. */
    public static final String BASELINE = "baseline";

    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,3})([mhdw])");
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final int FEWEST_SLICES = 7;
    private static final int MOST_SLICES = 60;

    /**
     * Reads {@code window} and {@code baseline}, lengths such as {@code 90m}, {@code 24h}, {@code 7d}, {@code 4w}. Without
     * them the window is {@code from} to {@code to} or a day, and the baseline four weeks, or eight windows if that is more.
     *
     * @param end where the window ends unless {@code to} is given
     * @throws InvalidParameter if they can not be used
     */
    public static Window of(Question question, Instant end) {
        Period period = question.articles().filters().published();
        Instant until = period.until() == null ? end : period.until();
        Duration window = question.one(WINDOW)
                .map(length -> length(WINDOW, length))
                .orElse(period.from() == null ? Duration.ofDays(1) : Duration.between(period.from(), until));
        if (period.from() != null && question.one(WINDOW).isPresent()) {
            throw new InvalidParameter(WINDOW, "says the same as from; one of them is enough");
        }
        bounded(question.one(WINDOW).isPresent() ? WINDOW : "from", window);
        Duration fourWeeks = Duration.ofDays(28);
        Duration baseline = question.one(BASELINE)
                .map(length -> length(BASELINE, length))
                .orElse(window.multipliedBy(8).compareTo(fourWeeks) > 0 ? window.multipliedBy(8) : fourWeeks);
        if (baseline.compareTo(window.multipliedBy(2)) < 0) {
            throw new InvalidParameter(BASELINE, "must be at least twice as long as the window");
        }
        Instant from = until.minus(window);
        return new Window(from.minus(baseline), from, until);
    }

    private static Duration length(String parameter, String text) {
        Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
        if (!length.matches()) {
            throw new InvalidParameter(parameter, "must be a length such as 90m, 24h, 7d or 4w");
        }
        int number = Integer.parseInt(length.group(1));
        return bounded(
                parameter,
                switch (length.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofDays(7L * number);
                });
    }

    private static Duration bounded(String parameter, Duration length) {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new InvalidParameter(parameter, "must be ten minutes to ten years long");
        }
        return length;
    }

    /** The edges of the baseline's slices, which are as long as the window where that makes neither too few nor too many. */
    List<Instant> slices() {
        Duration baseline = Duration.between(start, from);
        long fitting = baseline.dividedBy(Duration.between(from, until));
        long slices = Math.clamp(fitting, FEWEST_SLICES, MOST_SLICES);
        List<Instant> edges = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            edges.add(start.plus(baseline.multipliedBy(i).dividedBy(slices)));
        }
        edges.add(from);
        return edges;
    }
}
