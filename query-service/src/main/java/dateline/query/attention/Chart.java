package dateline.query.attention;

import dateline.query.search.InvalidParameter;
import dateline.query.search.Question;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a chart over time is asked to look like.
 *
 * @param interval the time each bar stands for; none for what fits
 * @param zone the time zone
 */
public record Chart(@Nullable Interval interval, ZoneId zone) {
    /** The parameters that say it. */
    public static final String INTERVAL = "interval";

    public static final String ZONE = "zone";

    /**
     * Reads {@code interval} and {@code zone}, which are optional.
     *
     * @throws InvalidParameter if there is no such interval or zone
     */
    public static Chart of(Question question) {
        boolean fitting = question.one(INTERVAL).filter("auto"::equals).isPresent();
        return new Chart(
                fitting ? null : question.choice(INTERVAL, Interval.class).orElse(null),
                question.one(ZONE).map(Chart::zone).orElse(ZoneId.of("UTC")));
    }

    private static ZoneId zone(String name) {
        try {
            // A plus sign that was not escaped in the URL arrives as a blank.
            return ZoneId.of(name.replace(' ', '+'));
        } catch (DateTimeException e) {
            throw new InvalidParameter(ZONE, "must be a time zone such as Europe/Berlin or +02:00");
        }
    }
}
