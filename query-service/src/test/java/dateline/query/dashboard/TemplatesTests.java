package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTests {
    @Test
    void whatStandsWithinALineOfTextEndsWithoutASpace() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/jte/inline"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .isEqualTo(Files.readString(file).stripTrailing()));
        }
    }
}
