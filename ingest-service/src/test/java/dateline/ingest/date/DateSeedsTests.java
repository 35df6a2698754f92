package dateline.ingest.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What fuzzing begins with stays good: whole, and cut off anywhere. */
class DateSeedsTests {
    @Test
    void noSeedMakesTheParserThrowWhereverItIsCutOff() throws IOException {
        List<String> seeds;
        try (InputStream in = DateSeedsTests.class.getResourceAsStream("date-seeds.txt")) {
            seeds = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(seeds).hasSizeGreaterThan(15);
        for (String seed : seeds) {
            for (int end = seed.length(); end >= 0; end--) {
                String cut = seed.substring(0, end);
                assertThatCode(() -> DateFuzz.fuzzerTestOneInput(cut.getBytes(StandardCharsets.UTF_8)))
                        .as(cut)
                        .doesNotThrowAnyException();
            }
        }
    }
}
