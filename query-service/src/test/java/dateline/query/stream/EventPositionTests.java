package dateline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.alert.Alert;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventPositionTests {
    private static Event event(int partition, long offset) {
        return new Event(partition, offset, new Alert("a", "s", "S", Instant.EPOCH, null, null));
    }

    @Test
    void anEventsIdSaysWhatWasSentSoFar() {
        EventPosition position =
                EventPosition.START.with(event(0, 17)).with(event(3, 4)).with(event(0, 16));
        assertThat(position).hasToString("0-17.3-4");
        assertThat(EventPosition.parse("0-17.3-4")).contains(position);
        assertThat(position.includes(event(0, 17))).isTrue();
        assertThat(position.includes(event(0, 18))).isFalse();
        assertThat(position.includes(event(1, 0))).isFalse();
    }

    @Test
    void anIdFromElsewhereIsNone() {
        for (String text : List.of("", "abc", "1-2.x", "1", "1-2..3-4", "99999999999-1", "1-99999999999999999999")) {
            assertThat(EventPosition.parse(text)).as(text).isEmpty();
        }
        assertThat(EventPosition.parse(null)).isEmpty();
    }
}
