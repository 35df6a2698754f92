package dateline.query.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import dateline.query.search.InvalidParameter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BarsTests {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private static Bars bars(Instant from, Duration length, ZoneId zone, @Nullable Interval interval) {
        return Bars.between(from, from.plus(length), zone, interval, false);
    }

    private static Interval fitting(long days) {
        return bars(NEW_YEAR, Duration.ofDays(days), UTC, null).interval();
    }

    @Test
    void theShortestIntervalWhoseBarsCanStillBeReadIsChosen() {
        assertThat(bars(NEW_YEAR, Duration.ofMinutes(90), UTC, null).interval()).isEqualTo(Interval.MINUTE);
        assertThat(fitting(1)).isEqualTo(Interval.HOUR);
        assertThat(fitting(30)).isEqualTo(Interval.DAY);
        assertThat(fitting(365)).isEqualTo(Interval.WEEK);
        assertThat(fitting(3 * 365)).isEqualTo(Interval.MONTH);
        assertThat(fitting(50 * 365)).isEqualTo(Interval.YEAR);
    }

    @Test
    void whatIsOnlyDatedIsNotShownByTheHour() {
        assertThat(Bars.between(NEW_YEAR, NEW_YEAR.plusSeconds(60), UTC, null, true)
                        .interval())
                .isEqualTo(Interval.DAY);
    }

    @Test
    void thereAreNeverMoreBarsThanAllowed() {
        assertThatThrownBy(() -> bars(NEW_YEAR, Duration.ofDays(10), UTC, Interval.MINUTE))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("14401 bars")
                .hasMessageContaining("hour is the shortest possible");
        Bars ancient = Bars.between(
                Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"), UTC, null, false);
        assertThat(ancient.size()).isEqualTo(Bars.MOST);
        assertThat(ancient.edges().getLast()).isEqualTo(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    @Test
    void aDayIsTheZonesDayHoweverLong() {
        Bars march = bars(Instant.parse("2026-03-28T12:00:00Z"), Duration.ofDays(2), BERLIN, Interval.DAY);

        assertThat(march.edges())
                .containsExactly(
                        Instant.parse("2026-03-27T23:00:00Z"),
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"),
                        Instant.parse("2026-03-30T22:00:00Z"));
    }

    @Test
    void theHourThatComesTwiceHasTwoBars() {
        Bars october = bars(Instant.parse("2026-10-24T23:30:00Z"), Duration.ofHours(3), BERLIN, Interval.HOUR);

        assertThat(october.edges())
                .containsExactly(
                        Instant.parse("2026-10-24T23:00:00Z"),
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z"),
                        Instant.parse("2026-10-25T03:00:00Z"));
    }

    @Test
    void hoursOfAZoneThatIsHalfAnHourOffBeginAtItsFullHours() {
        Bars delhi = bars(NEW_YEAR, Duration.ofMinutes(1), ZoneId.of("Asia/Kolkata"), Interval.HOUR);

        assertThat(delhi.from(0)).isEqualTo(Instant.parse("2025-12-31T23:30:00Z"));
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheirFirst() {
        assertThat(bars(NEW_YEAR, Duration.ofDays(1), UTC, Interval.WEEK).from(0))
                .isEqualTo(Instant.parse("2025-12-29T00:00:00Z"));
        assertThat(bars(Instant.parse("2024-02-29T10:00:00Z"), Duration.ofHours(10), UTC, Interval.MONTH)
                        .edges())
                .containsExactly(Instant.parse("2024-02-01T00:00:00Z"), Instant.parse("2024-03-01T00:00:00Z"));
    }

    @Test
    void emptyBarsAreNoughtsAndStrayCountsAreLeftOut() {
        Bars three = bars(NEW_YEAR, Duration.ofDays(3), UTC, Interval.DAY);

        assertThat(three.counts(List.of(
                        bucket("2025-12-31T00:00:00Z", 9),
                        bucket("2026-01-01T00:00:00Z", 4),
                        bucket("2026-01-03T00:00:00Z", 2),
                        bucket("2026-01-04T00:00:00Z", 9))))
                .containsExactly(4, 0, 2);
    }

    @Test
    void noTimeHasNoBars() {
        assertThat(Bars.between(NEW_YEAR, NEW_YEAR, UTC, null, false).size()).isZero();
        assertThat(Bars.between(NEW_YEAR, NEW_YEAR, UTC, null, false).counts(List.of()))
                .isEmpty();
    }

    private static DateHistogramBucket bucket(String key, long count) {
        return DateHistogramBucket.of(
                bucket -> bucket.key(Instant.parse(key).toEpochMilli()).docCount(count));
    }
}
