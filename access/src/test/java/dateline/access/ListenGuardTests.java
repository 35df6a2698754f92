package dateline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.access.ListenGuard.OpenToTheNetwork;
import dateline.access.key.KeyRing;
import dateline.access.key.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class ListenGuardTests {
    private static Credentials credentials(boolean signIn, String... lines) {
        return new Credentials(new KeyRing(List.of(lines), null, Duration.ofSeconds(5), () -> 0), signIn);
    }

    private static MockEnvironment listening(String address) {
        return new MockEnvironment().withProperty("server.address", address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "localhost", "::1"})
    void onItsOwnMachineAServiceNeedsNoCredentials(String address) {
        assertThatCode(() -> ListenGuard.check(credentials(false), listening(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", "no-such-host.invalid"})
    void beyondItsMachineItRefusesToStartWithout(String address) {
        assertThatThrownBy(() -> ListenGuard.check(credentials(false), listening(address)))
                .isInstanceOf(OpenToTheNetwork.class);
    }

    @Test
    void itDoesSoWhenNoAddressIsSetAtAll() {
        assertThatThrownBy(() -> ListenGuard.check(credentials(false), new MockEnvironment()))
                .isInstanceOf(OpenToTheNetwork.class);
    }

    @Test
    void aPortForManagementCountsToo() {
        MockEnvironment both = listening("127.0.0.1").withProperty("management.server.port", "9000");
        assertThatThrownBy(() -> ListenGuard.check(credentials(false), both))
                .hasMessageContaining("management.server.address");
        both.setProperty("management.server.address", "127.0.0.1");
        assertThatCode(() -> ListenGuard.check(credentials(false), both)).doesNotThrowAnyException();
    }

    @Test
    void withCredentialsItMayListenAnywhere() {
        String line = TestKeys.line("ops", Role.OPERATOR, TestKeys.OPERATOR);
        assertThatCode(() -> ListenGuard.check(credentials(false, line), listening("0.0.0.0")))
                .doesNotThrowAnyException();
        assertThatCode(() -> ListenGuard.check(credentials(true), listening("0.0.0.0")))
                .doesNotThrowAnyException();
    }

    @Test
    void theConsoleSaysInOneLineWhatToSet(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        TestService.class,
                        "--server.address=0.0.0.0",
                        "--server.port=0",
                        "--spring.kafka.admin.auto-create=false"))
                .hasRootCauseInstanceOf(OpenToTheNetwork.class);
        assertThat(output.getAll().lines())
                .anyMatch(line -> line.contains("server.address=0.0.0.0")
                        && line.contains("DATELINE_ACCESS_KEY_FILE")
                        && line.contains("./dateline key"));
        assertThat(output).doesNotContain("\tat ");
    }
}
