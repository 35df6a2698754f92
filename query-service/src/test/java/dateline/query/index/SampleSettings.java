package dateline.query.index;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for tests that need no broker. */
final class SampleSettings {
    private SampleSettings() {}

    static IndexSettings mostRefusals(int most) {
        return new IndexSettings(
                "articles",
                "group",
                1,
                DataSize.ofMegabytes(1),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                most,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                1,
                (short) 1,
                DataSize.ofMegabytes(1));
    }
}
