package dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What fuzzing begins with, and what it has found, stays good. */
class CanonicalUrlSeedsTests {
    @Test
    void everySeedIsRefusedInWordsOrCanonicalForGood() throws IOException {
        List<String> seeds;
        try (InputStream in = CanonicalUrlSeedsTests.class.getResourceAsStream("url-seeds.txt")) {
            seeds = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(seeds).hasSizeGreaterThan(20);
        for (String seed : seeds) {
            assertThatCode(() -> CanonicalUrlFuzz.fuzzerTestOneInput(seed.getBytes(StandardCharsets.UTF_8)))
                    .as(seed)
                    .doesNotThrowAnyException();
        }
    }
}
