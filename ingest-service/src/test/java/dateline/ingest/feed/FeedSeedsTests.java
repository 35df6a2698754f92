package dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What fuzzing begins with stays good: whole, and cut off anywhere. */
class FeedSeedsTests {
    @Test
    void noSeedMakesTheParserThrowWhereverItIsCutOff() throws Exception {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(folder())) {
            seeds = files.toList();
        }
        assertThat(seeds).hasSizeGreaterThan(10);
        for (Path seed : seeds) {
            byte[] bytes = Files.readAllBytes(seed);
            int step = Math.max(1, bytes.length / 100);
            for (int end = bytes.length; end >= 0; end -= step) {
                byte[] cut = Arrays.copyOf(bytes, end);
                assertThatCode(() -> FeedFuzz.fuzzerTestOneInput(cut))
                        .as("%s, first %d bytes", seed.getFileName(), end)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(FeedSeedsTests.class.getResource("seeds/rss.xml"))
                        .toURI())
                .getParent();
    }
}
