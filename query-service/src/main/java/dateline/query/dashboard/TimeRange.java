package dateline.query.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** A time that ends now, for the bar that every page has. Days are those of UTC, today is the last of them. */
enum TimeRange {
    DAY("24h", "24 hours", 1),
    WEEK("7d", "7 days", 7),
    MONTH("30d", "30 days", 30),
    QUARTER("90d", "90 days", 90),
    YEAR("1y", "Year", 365),
    ALWAYS("any", "Any time", 0);

    private final String id;
    private final String words;
    private final int days;

    TimeRange(String id, String words, int days) {
        this.id = id;
        this.words = words;
        this.days = days;
    }

    /** Its name in addresses. */
    String id() {
        return id;
    }

    /** Its name on pages. */
    String words() {
        return words;
    }

    /** Where it begins, as the API takes it: a day, or for the shortest a time to the minute; none if it has no beginning. */
    Optional<String> from(Instant now) {
        return switch (this) {
            case ALWAYS -> Optional.empty();
            case DAY ->
                Optional.of(now.truncatedTo(ChronoUnit.MINUTES)
                        .minus(1, ChronoUnit.DAYS)
                        .toString());
            case WEEK, MONTH, QUARTER, YEAR ->
                Optional.of(LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .minusDays(days - 1L)
                        .toString());
        };
    }

    static Optional<TimeRange> of(String id) {
        return Stream.of(values()).filter(range -> range.id.equals(id)).findFirst();
    }
}
