package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.search.Timeline;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class TimelineViewTests {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 21);

    private static TimelineView view(Timeline.Interval interval, Timeline.Bar... bars) {
        return TimelineView.of(new Timeline(interval, List.of(bars)), PageAddress.of(new LinkedMultiValueMap<>()));
    }

    @Test
    void theHighestBarFillsThePictureAndASingleArticleIsStillSeen() {
        TimelineView view = view(
                Timeline.Interval.DAY,
                Timeline.Interval.DAY.bar(DAY, 10_000),
                Timeline.Interval.DAY.bar(DAY.plusDays(1), 1));

        assertThat(view.filled()).extracting(TimelineView.Bar::height).containsExactly(80, 2);
        assertThat(view.filled().getFirst().link()).isEqualTo("/?from=2026-04-21&to=2026-04-21");
    }

    @Test
    void aFewBarsStandAtTheEndOfTheTimeBefore() {
        TimelineView view = view(Timeline.Interval.MONTH, Timeline.Interval.MONTH.bar(LocalDate.of(2026, 4, 1), 3));

        assertThat(view.bars()).hasSize(30);
        assertThat(view.first()).isEqualTo("1 Nov 2023");
        assertThat(view.last()).isEqualTo("30 Apr 2026");
        assertThat(view.summary())
                .isEqualTo("Articles by month from 2026-04-01 to 2026-04-30."
                        + " Most: 1 Apr 2026 – 30 Apr 2026, 3 articles.");
    }
}
