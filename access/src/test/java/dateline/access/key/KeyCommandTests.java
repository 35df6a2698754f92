package dateline.access.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyCommandTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return KeyCommand.run(List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void aNewKeyOpensWhatItsLineIsGivenTo() {
        assertThat(run("grafana", "reader")).isZero();
        String line = out.toString(UTF_8).strip();
        String key = err.toString(UTF_8).lines().findFirst().orElseThrow().replaceFirst(".*: ", "");
        KeyRing ring = new KeyRing(List.of(line), null, Duration.ofSeconds(1), () -> 0);
        assertThat(ring.find(key))
                .hasValueSatisfying(found -> assertThat(found.role()).isEqualTo(Role.READER));
        assertThat(line).doesNotContain(key);
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        assertThat(run("grafana", "admin")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("reader or operator");
        assertThat(out.toString(UTF_8)).isEmpty();
    }
}
