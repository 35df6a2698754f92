package dateline.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineTests {
    @Test
    void tooLittleMemoryIsToldWithBothFigures() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Machine.requireMemory(3000, 1200))
                .withMessageContaining("3000 MiB")
                .withMessageContaining("1200 MiB")
                .withMessageNotContaining("\n");
        assertThatCode(() -> Machine.requireMemory(3000, 3000)).doesNotThrowAnyException();
    }

    @Test
    void tooLittleDiskIsToldWithThePlace() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Machine.requireDisk(100, Path.of("/full")))
                .withMessageContaining("/full has 100 MiB left")
                .withMessageContaining("--data");
        assertThatCode(() -> Machine.requireDisk(5000, Path.of("/roomy"))).doesNotThrowAnyException();
    }
}
