package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FreshnessWindowTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:30Z");

    private final FreshnessWindow window = new FreshnessWindow(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void percentilesAreAtMostEightPercentTooLong() {
        for (int i = 1; i <= 100; i++) {
            window.stored(NOW.minusSeconds(i), Duration.ofSeconds(i), null);
        }

        FreshnessWindow.Percentiles found = window.sinceSeen(Duration.ofHours(1));

        assertThat(found.count()).isEqualTo(100);
        assertThat(found.p50()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(55));
        assertThat(found.p95()).isBetween(Duration.ofSeconds(95), Duration.ofSeconds(103));
        assertThat(found.p99()).isBetween(Duration.ofSeconds(99), Duration.ofSeconds(107));
    }

    @Test
    void whatIsOlderThanAskedForDoesNotCount() {
        window.stored(NOW.minus(Duration.ofHours(2)), Duration.ofDays(3), Duration.ofDays(900));
        window.stored(NOW, Duration.ofMillis(100), null);

        assertThat(window.sinceSeen(Duration.ofHours(1)).count()).isEqualTo(1);
        assertThat(window.sinceSeen(Duration.ofDays(1)).count()).isEqualTo(2);
        assertThat(window.sincePublished(Duration.ofHours(1)).p50()).isNull();
        assertThat(window.storedIn(NOW.minus(Duration.ofHours(2)))).isEqualTo(1);
        assertThat(window.storedIn(NOW.minus(Duration.ofHours(3)))).isZero();
    }

    @Test
    void aMinuteIsForgottenWhenADayHasPassed() {
        window.stored(NOW.minus(Duration.ofDays(1)), Duration.ofSeconds(1), null);
        window.stored(NOW, Duration.ofSeconds(1), null);

        assertThat(window.storedIn(NOW)).isEqualTo(1);
    }
}
