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
 * @param of what shares are of
 */
public record Chart(@Nullable Interval interval, ZoneId zone, Whole of) {
    /** The parameter for the interval. */
    public static final String INTERVAL = "interval";

    /** The parameter for the time zone. */
    public static final String ZONE = "zone";

    /** The parameter for what shares are of. */
    public static final String OF = "of";

    /** What shares are of. */
    public enum Whole {
        /** All articles. */
        ALL,
        /** All articles of the same outlets, outlet tags and languages, where the query asks for such. */
        OUTLETS
    }

    /**
     * Reads {@code interval}, {@code zone} and {@code of}, which are optional.
     *
     * @throws InvalidParameter if there is no such interval or zone
     */
    public static Chart of(Question question) {
        boolean fitting = question.one(INTERVAL).filter("auto"::equals).isPresent();
        return new Chart(
                fitting ? null : question.choice(INTERVAL, Interval.class).orElse(null),
                question.one(ZONE).map(Chart::zone).orElse(ZoneId.of("UTC")),
                question.choice(OF, Whole.class).orElse(Whole.ALL));
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
