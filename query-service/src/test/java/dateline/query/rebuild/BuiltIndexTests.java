package dateline.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltIndexTests {
    @Test
    void theHistoryOfTheVeryFirstIndexIsReadAsItWasWritten() {
        var history = new BuiltIndex.History(
                "", "", "", Instant.EPOCH, BuiltIndex.State.READY, null, null, Instant.EPOCH, Map.of());

        assertThat(BuiltIndex.History.of(history.json())).isEqualTo(history);
    }
}
