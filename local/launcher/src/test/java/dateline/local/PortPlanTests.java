package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTests {
    private static final Set<Component> ALL = EnumSet.allOf(Component.class);
    private static final IntPredicate ALL_FREE = port -> true;

    @TempDir
    Path folder;

    @Test
    void withoutAnyWishTheDefaultsAreUsed() {
        var plan = plan(Map.of(), Set.of(), ALL_FREE, "up");
        assertThat(plan.of(Component.QUERY)).isEqualTo(8080);
        assertThat(plan.of(Component.KAFKA)).isEqualTo(9092);
    }

    @Test
    void aTakenPortIsRefusedWithTheOptionThatSetsIt() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> plan(Map.of(), Set.of(), port -> port != 9200, "up"))
                .withMessageContaining("Port 9200")
                .withMessageContaining("--elasticsearch-port")
                .withMessageNotContaining("\n");
    }

    @Test
    void freePortsReplacesOnlyWhatWasNotAskedFor() {
        var plan = plan(Map.of(), Set.of(), ALL_FREE, "up", "--free-ports", "--query-port", "8888");
        assertThat(plan.of(Component.QUERY)).isEqualTo(8888);
        assertThat(plan.of(Component.KAFKA)).isGreaterThanOrEqualTo(20000);
        assertThat(Arrays.stream(Component.values()).map(plan::of)).doesNotHaveDuplicates();
    }

    @Test
    void rememberedPortsAreUsedAgain() {
        var remembered = Map.of(Component.QUERY, 7000);
        assertThat(plan(remembered, Set.of(), ALL_FREE, "up").of(Component.QUERY))
                .isEqualTo(7000);
        assertThat(plan(remembered, Set.of(), ALL_FREE, "up", "--free-ports").of(Component.QUERY))
                .isEqualTo(7000);
    }

    @Test
    void whatRunsKeepsItsPortThoughThatIsTakenByItself() {
        var remembered = Map.of(Component.KAFKA, 7000);
        var plan = plan(remembered, Set.of(Component.KAFKA), port -> port != 7000, "up");
        assertThat(plan.of(Component.KAFKA)).isEqualTo(7000);
    }

    @Test
    void whatRunsCannotMove() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> plan(
                        Map.of(Component.KAFKA, 7000), Set.of(Component.KAFKA), ALL_FREE, "up", "--kafka-port", "7001"))
                .withMessageContaining("runs on port 7000 already");
    }

    @Test
    void twoComponentsCannotShareAPort() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> plan(Map.of(), Set.of(), ALL_FREE, "up", "--query-port", "9092"))
                .withMessageContaining("9092");
    }

    @Test
    void thePlanIsFoundAgainInTheDataFolder() {
        var data = new DataFolder(folder);
        var plan = new PortPlan(Map.of(Component.KAFKA, 7000, Component.QUERY, 7001));
        plan.remember(data);
        assertThat(PortPlan.remembered(data)).isEqualTo(plan);
    }

    @Test
    void aPortSomebodyListensOnIsNotFree() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
            assertThat(Ports.answers(socket.getLocalPort())).isTrue();
        }
    }

    private static PortPlan plan(
            Map<Component, Integer> remembered, Set<Component> running, IntPredicate isFree, String... arguments) {
        var next = new AtomicInteger(20000);
        return new PortPlan(remembered)
                .forStart(
                        Arguments.parse(List.of(arguments), Map.of(), Path.of("/checkout")),
                        running,
                        ALL,
                        isFree,
                        next::getAndIncrement);
    }
}
