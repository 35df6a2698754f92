package dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTests {
    private static List<Fault> plan(String... options) {
        return Fault.plan(ChaosOptions.parse(List.of(options)));
    }

    @Test
    void everyKindHitsEveryTargetBeforeAnyComesAgain() {
        assertThat(plan("--faults", "15").stream().map(Fault::name)).doesNotHaveDuplicates();
        assertThat(plan("--faults", "50")).hasSize(50);
    }

    @Test
    void scalingLosesOneOfEachAddsOneAndRollsOneThatStays() {
        ChaosOptions options = ChaosOptions.parse(List.of("--scaling", "--articles", "100"));

        assertThat(options.instances()).isEqualTo(2);
        assertThat(options.plan().stream().map(Fault::name))
                .containsExactly(
                        "SIGKILL for good ingest-1 enrich-1 query-1",
                        "one more ingest-3 enrich-3 query-3",
                        "stopped and started ingest-2",
                        "stopped and started enrich-2",
                        "stopped and started query-2");
    }

    @Test
    void theSameSeedMakesTheSameFaults() {
        assertThat(plan("--seed", "5", "--faults", "30")).isEqualTo(plan("--seed", "5", "--faults", "30"));
        assertThat(plan("--seed", "5", "--faults", "30")).isNotEqualTo(plan("--seed", "6", "--faults", "30"));
    }

    @Test
    void nothingLastsLongerThanAsked() {
        assertThat(plan("--faults", "200", "--longest", "3"))
                .allSatisfy(fault -> assertThat(fault.lasts().toMillis()).isBetween(0L, 3000L));
    }
}
