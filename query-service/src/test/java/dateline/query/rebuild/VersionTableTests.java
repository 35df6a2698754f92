package dateline.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionTableTests {
    private static String id(int number) {
        return String.format("%016x%016x", number * 0x9E3779B97F4A7C15L, (long) number);
    }

    @Test
    void whatTheLogSaysLastCountsAndTheIndexIsHeldBesideIt() {
        VersionTable table = new VersionTable();
        table.logged(id(1), 5, 2, 10);
        table.logged(id(1), 7, 2, 99);
        table.logged(id(2), VersionTable.ABSENT, 0, 0);

        assertThat(table.indexed(id(1), 7)).isTrue();
        assertThat(table.indexed(id(3), 7))
                .as("an article the log does not know")
                .isFalse();

        Map<String, String> seen = new HashMap<>();
        table.forEach((id, logged, indexed, partition, offset) ->
                seen.put(id, logged + " " + indexed + " " + partition + "@" + offset));
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(Map.of(id(1), "7 7 2@99", id(2), "-1 -1 0@0"));
    }

    @Test
    void manyArticlesAreKeptApart() {
        VersionTable table = new VersionTable();
        for (int i = 0; i < 20_000; i++) {
            table.logged(id(i), i, i % 6, i);
        }
        for (int i = 0; i < 20_000; i += 2) {
            table.indexed(id(i), i);
        }

        int[] same = new int[2];
        table.forEach((id, logged, indexed, partition, offset) -> same[logged == indexed ? 1 : 0]++);
        assertThat(same).containsExactly(10_000, 10_000);
    }

    @Test
    void aChecksumChangesWithAVersionOrAnId() {
        assertThat(VersionTable.mix(id(1), 5)).isNotEqualTo(VersionTable.mix(id(1), 6));
        assertThat(VersionTable.mix(id(1), 5)).isNotEqualTo(VersionTable.mix(id(2), 5));
        assertThat(VersionTable.mix(id(1), 5)).isEqualTo(VersionTable.mix(id(1), 5));
    }
}
