package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dateline.contract.ArticleTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTopicsTests {
    private static final String DRONES = """
            topics:
              - id: own:drones
                name: Drones
                words: [drone*, "unmanned aircraft", quadcopter, "de:Luftfahrzeug", беспилотник*]
                none: [drone music]
              - id: own:rail-strike
                name: Rail strikes
                all: [[train, trains, railway*], strike*]
            """;

    @TempDir
    private Path folder;

    private List<ArticleTopic> find(String file, String title, String body, @Nullable String language)
            throws IOException {
        Path path = Files.writeString(folder.resolve("topics.yml"), file);
        return new OwnTopics(OwnTopicFile.read(path)).find(new TopicText(title, body, null, List.of(), null, language));
    }

    private List<String> ids(String title, String body) throws IOException {
        return find(DRONES, title, body, null).stream().map(ArticleTopic::id).toList();
    }

    @Test
    void twoDifferentWordsAreATopicWithWhatWasFoundAndAPathOfItself() throws IOException {
        assertThat(find(
                        DRONES,
                        "Airport closed",
                        "An UNMANNED\naircraft was seen. The drones’ owner is unknown.",
                        "en"))
                .containsExactly(new ArticleTopic(
                        "own:drones",
                        "Drones",
                        List.of("own:drones"),
                        List.of("Drones"),
                        1,
                        List.of("drone…", "unmanned aircraft")));
    }

    @Test
    void oneWordIsTooLittleHoweverOftenUnlessItStandsInTheTitle() throws IOException {
        assertThat(ids("Airport closed", "A drone, a drone, and once more a drone."))
                .isEmpty();
        assertThat(ids("Drone over the airport", "It was closed.")).containsExactly("own:drones");
    }

    @Test
    void leastSaysHowManyWordsItTakes() throws IOException {
        String file = "topics: [{id: 'own:a', name: A, least: %d, words: [red, green, blue]}]";

        assertThat(find(file.formatted(3), "", "red and green", null)).isEmpty();
        assertThat(find(file.formatted(3), "", "red, green, blue", null)).hasSize(1);
        assertThat(find(file.formatted(1), "", "a blue one", null)).hasSize(1);
        assertThat(find(file.formatted(3), "Red", "green", null)).hasSize(1);
    }

    @Test
    void theOnlyWordOfATopicIsEnough() throws IOException {
        assertThat(find("topics: [{id: 'own:a', name: A, words: [Kalyvia]}]", "", "Rain in Kalyvia.", "en"))
                .hasSize(1);
    }

    @Test
    void oneOfTheUnwantedWordsRulesItOut() throws IOException {
        assertThat(ids("Drone music and quadcopter noise", "A drone album.")).isEmpty();
    }

    @Test
    void eachThatIsRequiredMustStandThere() throws IOException {
        assertThat(ids("", "The trains stand still: drivers on strike.")).containsExactly("own:rail-strike");
        assertThat(ids("", "Railwaymen went home; strikes go on.")).containsExactly("own:rail-strike");
        assertThat(ids("", "The drivers of buses are on strike.")).isEmpty();
        assertThat(ids("", "The trains run again.")).isEmpty();
    }

    @Test
    void wordsAreWholeUnlessTheyEndInAStar() throws IOException {
        String file = "topics: [{id: 'own:a', name: A, words: [art, tax* relief]}]";

        assertThat(find(file, "", "The party started.", null)).isEmpty();
        assertThat(find(file, "Art", "", null)).hasSize(1);
        assertThat(find(file, "Taxation relief", "", null)).hasSize(1);
        assertThat(find(file, "Tax reliefs", "", null)).isEmpty();
        assertThat(find(file, "Tax", "relief", null)).isEmpty();
    }

    @Test
    void aWordForOneLanguageCountsInItOnly() throws IOException {
        String file = "topics: [{id: 'own:poison', name: Poison, words: ['de:Gift', 'en:poison']}]";

        assertThat(find(file, "Gift", "", "en")).isEmpty();
        assertThat(find(file, "Gift", "", "de")).hasSize(1);
        assertThat(find(file, "Gift", "", "de-AT")).hasSize(1);
        assertThat(find(file, "Gift", "", null)).hasSize(1);
    }

    @Test
    void accentsAndCaseDoNotMatterAndAnyAlphabetWill() throws IOException {
        assertThat(ids("БЕСПИЛОТНИКИ над городом", "")).containsExactly("own:drones");
        assertThat(find("topics: [{id: 'own:a', name: A, words: ['Sao Paulo']}]", "", "Chuva em São Paulo", null))
                .hasSize(1);
    }

    @Test
    void phrasesThatShareWordsAreEachFound() throws IOException {
        String file = "topics: [{id: 'own:a', name: A, least: 4, words: [oil, oil price, oil price*, oil* price cap]}]";

        assertThat(find(file, "", "An oil price cap", null)).hasSize(1);
        assertThat(find(file, "", "An oil price", null)).isEmpty();
    }

    @Test
    void theNumberOfPhrasesThatBeginAlikeDoesNotMultiplyTheWork() throws IOException {
        StringBuilder file = new StringBuilder("topics:\n  - {id: 'own:a', name: A, least: 1, words: [x1");
        for (int i = 0; i < 20_000; i++) {
            file.append(", war war war war war war war w").append(i);
        }
        Path path = Files.writeString(folder.resolve("topics.yml"), file.append("]}\n"));
        OwnTopics topics = new OwnTopics(OwnTopicFile.read(path));
        TopicText text = new TopicText("", "war ".repeat(250_000), null, List.of(), null, null);

        // One by one they would be five thousand million comparisons.
        assertTimeout(
                Duration.ofSeconds(10), () -> assertThat(topics.find(text)).isEmpty());
    }
}
