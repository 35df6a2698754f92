package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void theDataFolderIsInTheCheckoutUnlessSomeoneSaysOtherwise() {
        assertThat(parse("status").data().root()).isEqualTo(Path.of("/checkout/.dateline"));
        assertThat(parse(Map.of("DATELINE_DATA", "/a"), "status").data().root()).isEqualTo(Path.of("/a"));
        assertThat(parse(Map.of("DATELINE_DATA", "/a"), "status", "--data", "/b")
                        .data()
                        .root())
                .isEqualTo(Path.of("/b"));
    }

    @Test
    void anOptionOutweighsTheEnvironment() {
        var environment = Map.of("DATELINE_QUERY_PORT", "1000", "DATELINE_KAFKA_PORT", "1001");
        assertThat(parse(environment, "up", "--query-port=2000").ports())
                .containsOnly(Map.entry(Component.QUERY, 2000), Map.entry(Component.KAFKA, 1001));
    }

    @Test
    void aPortThatIsNoneIsRefusedByName() {
        assertRefused("--kafka-port is a port from 1 to 65535, not \"70000\".", "up", "--kafka-port", "70000");
        assertRefused("--kafka-port is a port from 1 to 65535, not \"x\".", "up", "--kafka-port=x");
        assertRefused("--kafka-port needs a value", "up", "--kafka-port");
        assertRefused("There is no option --zebra-port", "up", "--zebra-port", "1");
    }

    @Test
    void whatACommandDoesNotKnowIsRefused() {
        assertRefused("./dateline demo does not take \"--feeds\"", "demo", "--feeds", "x.yml");
        assertRefused("./dateline down does not take \"--yes\"", "down", "--yes");
        assertRefused("./dateline status does not take \"kafka\"", "status", "kafka");
        assertRefused("There is no service \"zebra\"", "logs", "zebra");
    }

    @Test
    void logsTakesAServiceByEitherNameAndFollows() {
        var arguments = parse("logs", "-f", "ingest-service");
        assertThat(arguments.service()).contains(Component.INGEST);
        assertThat(arguments.follow()).isTrue();
        assertThat(parse("logs", "ingest").service()).contains(Component.INGEST);
        assertThat(parse("logs").service()).isEmpty();
    }

    @Test
    void aFeedListIsFoundFromWhereTheCommandWasTyped() {
        assertThat(parse("up", "--feeds", "mine.yml").feeds())
                .contains(Path.of("mine.yml").toAbsolutePath());
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> parse(arguments))
                .withMessageStartingWith(message)
                .withMessageNotContaining("\n");
    }

    private static Arguments parse(String... arguments) {
        return parse(Map.of(), arguments);
    }

    private static Arguments parse(Map<String, String> environment, String... arguments) {
        return Arguments.parse(List.of(arguments), environment, ROOT);
    }
}
