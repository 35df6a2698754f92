package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimelineQueryTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void barsAreAsWideAsTheTimeNeeds() {
        assertThat(TimelineQuery.interval(FIRST, FIRST)).isEqualTo(Timeline.Interval.DAY);
        assertThat(TimelineQuery.interval(FIRST, FIRST.plusDays(119))).isEqualTo(Timeline.Interval.DAY);
        assertThat(TimelineQuery.interval(FIRST, FIRST.plusDays(120))).isEqualTo(Timeline.Interval.WEEK);
        assertThat(TimelineQuery.interval(FIRST, FIRST.plusYears(3))).isEqualTo(Timeline.Interval.MONTH);
        assertThat(TimelineQuery.interval(LocalDate.of(1970, 1, 1), FIRST)).isEqualTo(Timeline.Interval.YEAR);
    }
}
