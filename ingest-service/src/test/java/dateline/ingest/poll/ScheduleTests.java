package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Outlet;
import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final Subscription FEED = feed(null, null);

    private final Schedule schedule = new Schedule(Samples.properties());

    private static Subscription feed(@Nullable Duration min, @Nullable Duration max) {
        Outlet outlet = new Outlet("example.org", "Example", null, null, List.of());
        return new Subscription("id", "https://example.org/rss", null, outlet, false, min, max, false, NOW, null);
    }

    private static List<Instant> every(Duration gap, int entries) {
        return IntStream.range(0, entries)
                .mapToObj(i -> NOW.minus(gap.multipliedBy(i + 1)))
                .toList();
    }

    private Duration rhythm(List<Instant> dates) {
        return schedule.rhythm(FEED, dates, Arrivals.NONE, NOW);
    }

    @Test
    void aFeedIsPolledTwiceAsOftenAsItHasNews() {
        assertThat(rhythm(every(Duration.ofHours(2), 10))).isEqualTo(Duration.ofHours(1));
        assertThat(rhythm(every(Duration.ofMinutes(30), 10))).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theRhythmStaysBetweenItsBounds() {
        assertThat(rhythm(every(Duration.ofSeconds(20), 50))).isEqualTo(Duration.ofMinutes(5));
        assertThat(rhythm(every(Duration.ofDays(30), 10))).isEqualTo(Duration.ofHours(24));
        Subscription own = feed(Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertThat(schedule.rhythm(own, every(Duration.ofSeconds(20), 50), Arrivals.NONE, NOW))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(schedule.rhythm(own, every(Duration.ofDays(30), 50), Arrivals.NONE, NOW))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aFeedThatFallsAsleepIsPolledLessAndLess() {
        List<Instant> dates = every(Duration.ofMinutes(30), 10);
        Duration awake = schedule.rhythm(FEED, dates, Arrivals.NONE, NOW);
        Duration asleep = schedule.rhythm(FEED, dates, Arrivals.NONE, NOW.plus(Duration.ofDays(2)));
        assertThat(asleep).isGreaterThan(awake.multipliedBy(5));
    }

    @Test
    void withoutDatesWhatCameOnWhichDayTellsTheRhythm() {
        Arrivals daily = new Arrivals(LocalDate.parse("2026-04-21"), List.of(24, 24, 24));
        assertThat(schedule.rhythm(FEED, List.of(), daily, NOW)).isEqualTo(Duration.ofMinutes(30));
        assertThat(rhythm(List.of())).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void absurdDatesDoNotMakeAFeedBusy() {
        assertThat(rhythm(List.of(NOW.plus(Duration.ofDays(400)), NOW.plusSeconds(60))))
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void aPollIsNeverAheadOfWhatTheServerAskedFor() {
        Duration rhythm = Duration.ofMinutes(5);
        for (double chance : new double[] {0, 0.5, 0.999}) {
            assertThat(schedule.afterSuccess(FEED, rhythm, Duration.ofHours(2), NOW, chance))
                    .isBetween(
                            NOW.plus(Duration.ofHours(2)),
                            NOW.plus(Duration.ofHours(2)).plus(rhythm));
            assertThat(schedule.afterSuccess(FEED, rhythm, Duration.ofMinutes(1), NOW, chance))
                    .isBetween(NOW.plus(rhythm), NOW.plus(Duration.ofSeconds(331)));
        }
    }

    @Test
    void aServerThatAsksForAYearIsAskedTheNextDay() {
        assertThat(schedule.afterSuccess(FEED, Duration.ofHours(1), Duration.ofDays(365), NOW, 0.5))
                .isBefore(NOW.plus(Duration.ofHours(25)));
    }

    @Test
    void chanceSpreadsPollsThatWereDueTogether() {
        Duration rhythm = Duration.ofHours(1);
        assertThat(schedule.afterSuccess(FEED, rhythm, Duration.ZERO, NOW, 0))
                .isBefore(schedule.afterSuccess(FEED, rhythm, Duration.ZERO, NOW, 0.5));
    }

    private Duration wait(PollError error, int errors, @Nullable Duration retryAfter) {
        Instant due = schedule.afterError(FEED, Duration.ofMinutes(30), error, errors, retryAfter, NOW, 0);
        assertThat(due).isNotNull();
        return Duration.between(NOW, due);
    }

    @Test
    void errorsBackOffInALineAndNotFurtherThanTheLongestInterval() {
        assertThat(wait(PollError.NOT_FOUND, 1, null)).isEqualTo(Duration.ofMinutes(30));
        assertThat(wait(PollError.NOT_FOUND, 2, null)).isEqualTo(Duration.ofMinutes(60));
        assertThat(wait(PollError.NOT_FOUND, 4, null)).isEqualTo(Duration.ofMinutes(120));
        assertThat(wait(PollError.NOT_FOUND, 10_000, null)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void errorsThatTendToPassBackOffMoreGently() {
        assertThat(wait(PollError.TIMEOUT, 4, null)).isEqualTo(Duration.ofMinutes(75));
    }

    @Test
    void retryAfterIsHonouredForTwoDaysAtMost() {
        assertThat(wait(PollError.RATE_LIMITED, 1, Duration.ofHours(7)))
                .isBetween(Duration.ofHours(7), Duration.ofHours(7).plusSeconds(60));
        assertThat(wait(PollError.RATE_LIMITED, 1, Duration.ofDays(900)))
                .isBetween(Duration.ofHours(48), Duration.ofHours(48).plusSeconds(60));
    }

    @Test
    void whatIsGoneIsNotPolledAgain() {
        assertThat(schedule.afterError(FEED, null, PollError.GONE, 1, null, NOW, 0))
                .isNull();
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        FeedsProperties properties = Samples.properties();
        assertThat(properties.minInterval()).isEqualTo(Duration.ofMinutes(5));
    }
}
