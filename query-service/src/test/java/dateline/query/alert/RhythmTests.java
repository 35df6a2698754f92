package dateline.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.alert.Alert.Span;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RhythmTests {
    private static long[] usual(long... repeated) {
        long[] counts = new long[28];
        Arrays.setAll(counts, i -> repeated[i % repeated.length]);
        return counts;
    }

    @Test
    void whatIsAsUsualIsNotTold() {
        assertThat(Rhythm.unusual(11, usual(8, 10, 12))).isEmpty();
        assertThat(Rhythm.unusual(0, usual(0, 1, 2))).isEmpty();
    }

    @Test
    void farMoreThanUsualIsTold() {
        assertThat(Rhythm.unusual(40, usual(8, 10, 12)).orElseThrow()).isGreaterThan(Rhythm.FAR);
    }

    @Test
    void farFewerThanUsualIsToldAsNegative() {
        assertThat(Rhythm.unusual(0, usual(48, 50, 52)).orElseThrow()).isLessThan(-Rhythm.FAR);
    }

    @Test
    void aFewAreNeverToldHoweverQuietItUsuallyIs() {
        assertThat(Rhythm.unusual(4, usual(0))).isEmpty();
        assertThat(Rhythm.unusual(5, usual(0))).isPresent();
    }

    @Test
    void oneFloodAWeekDoesNotHideTheNext() {
        assertThat(Rhythm.unusual(60, usual(10, 11, 9, 10, 200, 12, 10))).isPresent();
    }

    @Test
    void withoutAPastThereIsNoRhythm() {
        assertThat(Rhythm.unusual(100, new long[] {1, 2, 3})).isEmpty();
    }

    @Test
    void anHourIsComparedWithTheSameHourOfOtherDays() {
        // Every day 100 articles at nine and none else; at nine it is no news, at ten it is.
        Instant nine = Instant.parse("2026-04-21T10:00:00Z");
        long[] hourly = new long[29 * 24 + 10];
        for (int i = 9; i < hourly.length; i += 24) {
            hourly[i] = 100;
        }
        assertThat(VolumeWatch.unusual(hourly, nine)).isEmpty();

        long[] later = Arrays.copyOf(hourly, hourly.length + 1);
        later[later.length - 1] = 100;
        assertThat(VolumeWatch.unusual(later, nine.plusSeconds(3600)))
                .singleElement()
                .satisfies(volume -> {
                    assertThat(volume.span()).isEqualTo(Span.HOUR);
                    assertThat(volume.count()).isEqualTo(100);
                    assertThat(volume.usual()).isZero();
                    assertThat(volume.from()).isEqualTo(nine);
                });
    }

    @Test
    void atMidnightTheDayIsComparedWithOtherDays() {
        long[] hourly = new long[29 * 24];
        Arrays.fill(hourly, 1);
        for (int hour = 1; hour <= 24; hour++) {
            hourly[hourly.length - hour] = 4;
        }
        assertThat(VolumeWatch.unusual(hourly, Instant.parse("2026-04-21T00:00:00Z")))
                .singleElement()
                .satisfies(volume -> {
                    assertThat(volume.span()).isEqualTo(Span.DAY);
                    assertThat(volume.count()).isEqualTo(96);
                    assertThat(volume.usual()).isEqualTo(24);
                    assertThat(volume.from()).isEqualTo("2026-04-20T00:00:00Z");
                });
    }
}
