package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldwideTests {
    @Test
    void namesInNewswireOfTheWholeWorldAreFoundAtLeastAsWellAsBefore() throws IOException {
        Optional<Path> data = SharedData.find("ner/worldwide-dev");
        assumeTrue(data.isPresent(), "no shared/eval/ner/worldwide-dev beside the repository");
        assertThat(WorldwideEvaluation.run(data.get()).f1()).isGreaterThan(75);
    }
}
