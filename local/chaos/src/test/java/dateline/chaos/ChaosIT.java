package dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.local.Checkout;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The short version; {@code docs/benchmarks/chaos.md} has the long one. */
class ChaosIT {
    private String root = "";

    @BeforeEach
    void runFromTheCheckout() {
        root = System.getProperty("dateline.root", "");
        System.setProperty(
                "dateline.root", Checkout.aroundWorkingDirectory().root().toString());
    }

    @AfterEach
    void asBefore() {
        System.setProperty("dateline.root", root);
    }

    @Test
    void nothingIsLostDoubledOrStaleWhileProcessesAreKilledPausedAndCutOff() {
        // The default 5000 articles and 10 faults, pauses kept short.
        assertThat(ChaosCommand.run(List.of("--seed", "3", "--longest", "4"))).isZero();
    }

    @Test
    void instancesComeGoAndAreRolledWhileTheyShareTheWorkAndNothingIsLostOrRepeated() {
        assertThat(ChaosCommand.run(List.of("--scaling", "--articles", "1500"))).isZero();
    }
}
