package dateline.ingest.extract;

import dateline.contract.ArticleDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date that stands in a text.
 *
 * @param date the day; the first of the month or year if no finer one is stated
 * @param time the time of day, if stated
 * @param offset the zone, if stated
 * @param precision how exactly it is stated
 * @param yearStated whether the year stands there, or was taken from the context
 * @param start where it starts in the text
 * @param end where it ends
 */
record FoundDate(
        LocalDate date,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset,
        ArticleDate.Precision precision,
        boolean yearStated,
        int start,
        int end) {
    /** As an article's date; a time without zone counts as UTC. */
    ArticleDate from(ArticleDate.Source source) {
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
        ZoneOffset zone = offset == null ? ZoneOffset.UTC : offset;
        return new ArticleDate(date.atTime(clock).toInstant(zone), precision, source);
    }
}
