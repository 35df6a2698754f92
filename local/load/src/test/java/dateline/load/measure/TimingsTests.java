package dateline.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTests {
    private final Timings hundred =
            Timings.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray(), 4);

    @Test
    void aPercentileIsTheTimeThatSoManyDidNotExceed() {
        assertThat(hundred.percentile(0.5)).isEqualTo(50);
        assertThat(hundred.percentile(0.95)).isEqualTo(95);
        assertThat(hundred.percentile(1)).isEqualTo(100);
    }

    @Test
    void theRateIsThatOfTheWatch() {
        assertThat(hundred.perSecond()).isEqualTo(25);
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThat(Timings.of(new double[0], 1).percentile(0.5)).isNaN();
    }
}
