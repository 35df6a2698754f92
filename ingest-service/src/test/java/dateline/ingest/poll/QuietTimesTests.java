package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Outlet;
import dateline.ingest.subscribe.Subscription;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuietTimesTests {
    // A Friday.
    private static final Instant LATE = Instant.parse("2026-04-24T23:40:05Z");

    private static QuietTimes weekend(Integer... hours) {
        return new QuietTimes(List.of(hours), List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    private static Instant due(@Nullable Duration max, QuietTimes quiet, Instant due, Instant now) {
        Outlet outlet = new Outlet("example.org", "Example", null, null, List.of());
        Subscription feed =
                new Subscription("id", "https://example.org/rss", null, outlet, false, null, max, false, now, null);
        return new Schedule(Samples.properties()).quiet(feed, quiet, due, now);
    }

    @Test
    void aPollThatWouldFallIntoSkippedHoursWaitsForTheirEnd() {
        QuietTimes night = new QuietTimes(List.of(23, 0, 1, 2), List.of());
        assertThat(night.after(LATE)).isEqualTo(Instant.parse("2026-04-25T03:40:05Z"));
        assertThat(night.after(LATE.minusSeconds(3600))).isEqualTo(LATE.minusSeconds(3600));
    }

    @Test
    void skippedDaysAndHoursAddUp() {
        assertThat(weekend(0, 1).after(Instant.parse("2026-04-25T09:10:00Z")))
                .isEqualTo(Instant.parse("2026-04-27T02:10:00Z"));
    }

    @Test
    void aFeedThatSkipsEverythingIsPolledAllTheSame() {
        QuietTimes all = new QuietTimes(IntStream.range(0, 24).boxed().toList(), List.of());
        assertThat(all.after(LATE)).isEqualTo(LATE);
        assertThat(new QuietTimes(List.of(), List.of(DayOfWeek.values())).after(LATE))
                .isEqualTo(LATE);
    }

    @Test
    void anOperatorsLongestIntervalGoesBeforeThePublishersSkippedDays() {
        Instant due = LATE.plusSeconds(3600);
        assertThat(due(null, weekend(), due, LATE)).isEqualTo(Instant.parse("2026-04-27T00:40:05Z"));
        assertThat(due(Duration.ofHours(6), weekend(), due, LATE)).isEqualTo(LATE.plus(Duration.ofHours(6)));
    }
}
