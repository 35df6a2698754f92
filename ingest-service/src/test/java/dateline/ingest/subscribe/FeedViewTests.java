package dateline.ingest.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedViewTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final Subscription FEED =
            new FeedForm(Map.of()).create("https://example.org/rss", null, Instant.EPOCH);

    private static FeedView quietFor(Duration quiet, int perDay) {
        Arrivals arrivals = new Arrivals(LocalDate.parse("2026-04-21"), Collections.nCopies(28, perDay));
        FeedStatus status = new FeedStatus(
                FeedStatus.Condition.OK,
                NOW,
                NOW,
                NOW.minus(quiet),
                NOW,
                null,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                0,
                arrivals,
                List.of());
        return FeedView.of(FEED, status, NOW);
    }

    @Test
    void silenceIsMeasuredByTheFeedsOwnRhythm() {
        assertThat(quietFor(Duration.ofHours(20), 48).silentSince()).isEqualTo(NOW.minus(Duration.ofHours(20)));
        assertThat(quietFor(Duration.ofHours(20), 1).silentSince()).isNull();
        assertThat(quietFor(Duration.ofDays(10), 1).silentSince()).isNotNull();
        assertThat(quietFor(Duration.ofHours(3), 240).silentSince())
                .as("a night's pause")
                .isNull();
    }

    @Test
    void articlesPerDayAreAMeanOfTheDaysCounted() {
        assertThat(quietFor(Duration.ZERO, 48).articlesPerDay()).isEqualTo(48);
        Arrivals two = Arrivals.NONE.plus(LocalDate.parse("2026-04-20"), 6).plus(LocalDate.parse("2026-04-21"), 2);
        assertThat(two.perDay(LocalDate.parse("2026-04-21"))).isEqualTo(4);
        assertThat(two.perDay(LocalDate.parse("2026-04-23"))).isEqualTo(2);
        assertThat(two.plus(LocalDate.parse("2026-08-01"), 1).counts()).hasSize(Arrivals.DAYS);
    }

    @Test
    void aPausedFeedIsPausedWhateverItsStatus() {
        assertThat(FeedView.of(FEED.withPaused(true), null, NOW).state()).isEqualTo(FeedView.State.PAUSED);
        assertThat(FeedView.of(FEED, null, NOW).state()).isEqualTo(FeedView.State.NEW);
    }
}
