package dateline.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KeyRingTests {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final AtomicLong nanos = new AtomicLong();
    private final String old = ApiKey.random();
    private final String fresh = ApiKey.random();

    private Path file;

    @BeforeEach
    void writeOld(@TempDir Path folder) throws IOException {
        file = folder.resolve("keys");
        Files.writeString(file, "# of the night shift\n\n" + line("ops", Role.OPERATOR, old) + "\n");
    }

    private static String line(String name, Role role, String key) {
        return new ApiKey(name, role, ApiKey.hash(key)).line();
    }

    private KeyRing ring() {
        return new KeyRing(List.of(), file, LOOK, nanos::get);
    }

    private void later() {
        nanos.addAndGet(LOOK.toNanos() + 1);
    }

    @Test
    void aKeyIsKnownByItsHashAlone() throws IOException {
        assertThat(ring().find(old)).hasValueSatisfying(key -> {
            assertThat(key.name()).isEqualTo("ops");
            assertThat(key.role()).isEqualTo(Role.OPERATOR);
        });
        assertThat(ring().find(fresh)).isEmpty();
        assertThat(ring().find("")).isEmpty();
        assertThat(ring().find(ApiKey.hash(old))).isEmpty();
        assertThat(Files.readString(file)).doesNotContain(old);
    }

    @Test
    void keysChangeWithoutARestart() throws IOException {
        KeyRing ring = ring();
        Files.writeString(file, line("ops", Role.OPERATOR, old) + "\n" + line("ops", Role.OPERATOR, fresh));
        assertThat(ring.find(fresh)).as("not looked yet").isEmpty();
        later();
        assertThat(ring.find(fresh)).isPresent();
        assertThat(ring.find(old)).as("both are good for a while").isPresent();

        Files.writeString(file, line("ops", Role.OPERATOR, fresh));
        later();
        assertThat(ring.find(old)).isEmpty();
        assertThat(ring.find(fresh)).isPresent();
    }

    @Test
    void anEmptiedFileLocksEveryoneOut() throws IOException {
        KeyRing ring = ring();
        Files.writeString(file, "");
        later();
        assertThat(ring.find(old)).isEmpty();
        assertThat(ring.isEmpty()).isTrue();
        assertThat(ring.isConfigured()).as("and does not open the service").isTrue();
    }

    @Test
    void aFileThatBreaksLeavesTheKeysAsTheyWere(CapturedOutput output) throws IOException {
        KeyRing ring = ring();
        Files.writeString(file, "ops operator " + fresh);
        later();
        assertThat(ring.find(old)).isPresent();
        Files.delete(file);
        later();
        assertThat(ring.find(old)).isPresent();
        assertThat(output).contains("line 1").contains("stay in force").doesNotContain(fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ops", "ops operator", "ops admin %s", "a/b reader %s", "ops reader secret-itself", "a b c d"})
    void aLineThatCanNotBeReadIsNamedAndNotRepeated(String line) {
        String written = line.formatted(ApiKey.hash(old));
        assertThatThrownBy(() -> new KeyRing(List.of(written), null, LOOK, nanos::get))
                .isInstanceOf(KeyMistake.class)
                .hasMessageContaining("dateline.access.keys, line 1")
                .hasMessageNotContaining("secret-itself")
                .hasMessageNotContaining(ApiKey.hash(old));
    }

    @Test
    void aFileThatIsNotThereIsSaidAtTheStart() {
        assertThatThrownBy(() -> new KeyRing(List.of(), file.resolveSibling("none"), LOOK, nanos::get))
                .isInstanceOf(KeyMistake.class)
                .hasMessageContaining("dateline.access.key-file");
    }

    @Test
    void keysAreLongAndNeverTheSame() {
        assertThat(old).isNotEqualTo(fresh).startsWith("dateline_").hasSize("dateline_".length() + 43);
    }
}
