package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTopicFileTests {
    @TempDir
    private Path folder;

    private List<OwnTopic> read(String text) throws IOException {
        return OwnTopicFile.read(Files.writeString(folder.resolve("topics.yml"), text));
    }

    private void assertMistake(String topic, String... message) {
        assertThatThrownBy(
                        () -> read("topics:\n  - {id: 'own:good', name: Good, words: [good]}\n  - {" + topic + "}\n"))
                .isInstanceOf(OwnTopicMistake.class)
                .hasMessageContaining("topics.yml, topic 2")
                .hasMessageContainingAll(message);
    }

    @Test
    void theExampleInTheDocsIsRead() throws IOException {
        String page = Files.readString(Path.of("../docs/enrichers.md"));
        int start = page.indexOf("topics:\n");

        assertThat(read(page.substring(start, page.indexOf("```", start))))
                .extracting(OwnTopic::id)
                .containsExactly("own:drones", "own:rail-strike");
    }

    @Test
    void aMistakeNamesTheTopicAndTheField() {
        assertMistake("id: 'own:a', name: A", "(own:a): words or all is needed");
        assertMistake("id: 'medtop:1', name: A, words: [a]", "(medtop:1): id must be own:");
        assertMistake("name: A, words: [a]", "topic 2: id must");
        assertMistake("id: 'own:a', words: [a]", "(own:a): name must");
        assertMistake("id: 'own:good', name: A, words: [a]", "id is also that of an earlier topic");
        assertMistake("id: 'own:a', name: A, words: [a], last: 2", "last is no field");
        assertMistake("id: 'own:a', name: A, words: [a], least: 3", "least must be from 1 to 2");
        assertMistake("id: 'own:a', name: A, all: [a], least: 1", "least is about words");
        assertMistake("id: 'own:a', name: A, words: drones", "words must be a list");
        assertMistake("id: 'own:a', name: A, words: [a], none: [no]", "none has an entry that is not text", "false");
        assertMistake("id: 'own:a', name: A, words: ['dr*ne']", "words has a * that is not at a word's end", "dr*ne");
        assertMistake("id: 'own:a', name: A, words: ['a*']", "words has a * behind less than two letters");
        assertMistake("id: 'own:a', name: A, all: ['—']", "all must have one to 10 words");
        assertMistake("id: 'own:a', name: A, all: [[]]", "all has an empty list");
        assertMistake("id: 'own:a', name: A, words: ['zz:a']", "words begins with", "no language");
    }

    @Test
    void aFileOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> read("topics: [")).hasMessageContaining("is not YAML");
        assertThatThrownBy(() -> read("- drones")).hasMessageContaining("list named topics");
        assertThatThrownBy(() -> read("topics: !!java.io.File [/etc/passwd]")).hasMessageContaining("is not YAML");
        assertThatThrownBy(() -> OwnTopicFile.read(folder.resolve("none.yml")))
                .isInstanceOf(OwnTopicMistake.class)
                .hasMessageContaining("dateline.own-topics.file")
                .hasMessageContaining("none.yml");
    }
}
