package dateline.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewestOffsetsTests {
    @Test
    void theLastRecordOfAKeyCounts() {
        NewestOffsets newest = new NewestOffsets();
        newest.note("a", 3, false);
        newest.note("b", 4, false);
        newest.note("a", 7, false);

        assertThat(newest.find("a")).isEqualTo(7);
        assertThat(newest.between(0, 100)).containsExactly(4, 7);
        assertThat(newest.between(5, 7)).isEmpty();
        assertThat(newest.between(0, 100, List.of("a", "a", "unknown"))).containsExactly(7);
    }

    @Test
    void aKeyThatWasTakenDownHasNoRecordUntilItHasOneAgain() {
        NewestOffsets newest = new NewestOffsets();
        newest.note("a", 3, false);
        newest.note("a", 5, true);

        assertThat(newest.find("a")).isEqualTo(-1);
        assertThat(newest.between(0, 100)).isEmpty();

        newest.note("a", 9, false);
        assertThat(newest.find("a")).isEqualTo(9);
    }

    @Test
    void manyKeysAreKeptApart() {
        NewestOffsets newest = new NewestOffsets();
        for (int i = 0; i < 50_000; i++) {
            newest.note("key-" + i % 20_000, i, false);
        }

        assertThat(newest.size()).isEqualTo(20_000);
        assertThat(newest.find("key-9999")).isEqualTo(49_999);
        assertThat(newest.find("key-15000")).isEqualTo(35_000);
        assertThat(newest.between(0, Long.MAX_VALUE)).hasSize(20_000).isSorted();
    }
}
