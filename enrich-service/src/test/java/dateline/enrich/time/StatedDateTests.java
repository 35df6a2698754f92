package dateline.enrich.time;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StatedDateTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-04-22");

    private final StatedDate stated = new StatedDate();

    @Test
    void aShortLineWithADateStatesIt() {
        ArticleDate date = stated.of("A headline\n\nPosted: 21.05.2024 09:05\n\nText.", TODAY)
                .orElseThrow();

        assertThat(date.at()).isEqualTo(Instant.parse("2024-05-21T00:00:00Z"));
        assertThat(date.precision()).isEqualTo(ArticleDate.Precision.DAY);
        assertThat(date.source()).isEqualTo(ArticleDate.Source.TEXT);
    }

    @Test
    void aDatelineWithoutAYearIsTheNearestSuchDay() {
        ArticleDate date = stated.of("БАКУ, 30 апреля. Президент заявил, что придёт.", TODAY)
                .orElseThrow();

        assertThat(date.at()).isEqualTo(Instant.parse("2026-04-30T00:00:00Z"));
        assertThat(date.source()).isEqualTo(ArticleDate.Source.DATELINE);
    }

    @Test
    void runningTextStatesNone() {
        assertThat(stated.of(
                        "The ferry that sank off the northern coast on 3 May 2019 has been raised at last, the harbour master said.",
                        TODAY))
                .isEmpty();
    }
}
