package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTests {
    @Test
    void aCountIsShownInFull() {
        assertThat(Wording.about(12_345, 0)).isEqualTo("12,345");
    }

    @Test
    void anEstimateHasNoMoreDigitsThanItCanAnswerFor() {
        assertThat(Wording.about(12_345, 7)).isEqualTo("≈ 12,345");
        assertThat(Wording.about(12_345, 70)).isEqualTo("≈ 12,350");
        assertThat(Wording.about(12_345, 700)).isEqualTo("≈ 12,300");
    }

    @Test
    void anEstimateIsNeverRoundedToNothing() {
        assertThat(Wording.about(40, 900)).isEqualTo("≈ 40");
    }
}
