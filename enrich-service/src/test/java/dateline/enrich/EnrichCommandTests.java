package dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code dateline enrich} prints for a file. */
class EnrichCommandTests {
    private final JsonMapper json = JsonMapper.builder().build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void eachFileIsALineWithItsTextUnchangedAndSpansThatPointIntoIt() throws IOException {
        String text = "MINSK — Аляксандр Лукашэнка met Nikol Pashinyan. \uD83D\uDE80 \r\nLukashenka smiled.\n";
        Path file = Files.writeString(directory.resolve("a.txt"), text);
        Path other = Files.writeString(directory.resolve("b.txt"), "Nothing here.");

        assertThat(run(file.toString(), other.toString())).isZero();

        JsonNode line = json.readTree(
                out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
        assertThat(line.get("file").asString()).isEqualTo(file.toString());
        assertThat(line.get("text").asString()).isEqualTo(text);
        assertThat(line.get("failures")).isNull();
        assertThat(line.get("entities").size()).isGreaterThanOrEqualTo(3);
        for (JsonNode entity : line.get("entities")) {
            assertThat(text.substring(
                            entity.get("start").asInt(), entity.get("end").asInt()))
                    .isEqualTo(entity.get("surface").asString());
            assertThat(entity.get("type").asString()).isIn("PERSON", "ORGANISATION", "PLACE");
        }
        assertThat(line.get("entities").findValuesAsString("id")).contains("person:alexander-lukashenko");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void aFileThatIsNotThereIsSaidAndTheOthersAreStillRead() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "Nothing here.");

        assertThat(run(directory.resolve("no.txt").toString(), file.toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no.txt");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void ownTopicsStandBehindThoseOfTheTree() throws IOException {
        Path topics = Files.writeString(
                directory.resolve("topics.yml"), "topics: [{id: 'own:ports', name: Ports, words: [harbour*, quay]}]");
        Path file = Files.writeString(
                directory.resolve("a.txt"),
                "President begins state visit\n\nThe two presidents held bilateral talks at the quay of the harbour;"
                        + " the foreign ministry said a treaty and a summit of ambassadors would follow.");

        assertThat(run("--topics", topics.toString(), "--published", "2026-04-21", file.toString()))
                .isZero();

        JsonNode found = json.readTree(out.toString(StandardCharsets.UTF_8)).get("topics");
        assertThat(found.size()).isGreaterThan(1);
        assertThat(found.get(0).get("id").asString()).startsWith("medtop:");
        assertThat(found.get(found.size() - 1).get("id").asString()).isEqualTo("own:ports");
        assertThat(found.get(found.size() - 1).get("evidence").toString()).isEqualTo("[\"harbour…\",\"quay\"]");
    }

    @Test
    void aMistakeInTheFileOfOwnTopicsIsOneLineThatNamesIt() throws IOException {
        Path topics = Files.writeString(directory.resolve("topics.yml"), "topics: [{id: 'own:ports', name: Ports}]");
        Path file = Files.writeString(directory.resolve("a.txt"), "Nothing here.");

        assertThat(run("--topics", topics.toString(), file.toString())).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("topics.yml, topic 1 (own:ports): words or all is needed");
    }

    @Test
    void aCallWithoutFilesIsWrong() {
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... args) {
        try (PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return EnrichCommand.run(args, toOut, toErr);
        }
    }
}
