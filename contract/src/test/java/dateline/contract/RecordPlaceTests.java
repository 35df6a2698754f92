package dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPlaceTests {
    @Test
    void aPlaceIsReadBackAsItWasWritten() {
        assertThat(RecordPlace.parse("some-topic-1-12@345")).isEqualTo(new RecordPlace("some-topic-1", 12, 345));
        assertThat(new RecordPlace("news.raw", 3, 42)).hasToString("news.raw-3@42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "news.raw", "news.raw-3", "news.raw@3", "news.raw-1@-3", "a b-1@1"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThatThrownBy(() -> RecordPlace.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
