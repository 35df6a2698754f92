package dateline.query.dashboard;

import dateline.contract.ArticleDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as a page shows it: no more exactly than it is known.
 *
 * @param machine for the {@code datetime} attribute
 * @param human for people, in UTC
 */
public record ShownTime(String machine, String human) {
    private static final DateTimeFormatter MINUTE = format("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter MONTH = format("MMMM uuuu");

    public static ShownTime of(ArticleDate date) {
        var at = date.at().atOffset(ZoneOffset.UTC);
        // An older record may not say how exactly it knows.
        ArticleDate.Precision precision = date.precision() == null ? ArticleDate.Precision.MINUTE : date.precision();
        return switch (precision) {
            case SECOND, MINUTE, HOUR -> of(date.at());
            case DAY -> of(at.toLocalDate());
            case MONTH -> new ShownTime(at.format(format("uuuu-MM")), at.format(MONTH));
            case YEAR -> new ShownTime(at.format(format("uuuu")), at.format(format("uuuu")));
        };
    }

    public static ShownTime of(Instant instant) {
        return new ShownTime(
                instant.toString(), instant.atOffset(ZoneOffset.UTC).format(MINUTE));
    }

    public static ShownTime of(LocalDate day) {
        return new ShownTime(day.toString(), day.format(DAY));
    }

    /** The day of an instant, in UTC. */
    static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).format(DAY);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
