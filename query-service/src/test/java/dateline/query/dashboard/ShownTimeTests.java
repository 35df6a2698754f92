package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShownTimeTests {
    private static String shown(ArticleDate.Precision precision) {
        return ShownTime.of(new ArticleDate(Instant.parse("2026-04-21T09:05:00Z"), precision, ArticleDate.Source.TEXT))
                .human();
    }

    @Test
    void aTimeIsShownNoMoreExactlyThanItIsKnown() {
        assertThat(shown(ArticleDate.Precision.MINUTE)).isEqualTo("21 Apr 2026, 09:05 UTC");
        assertThat(shown(ArticleDate.Precision.DAY)).isEqualTo("21 Apr 2026");
        assertThat(shown(ArticleDate.Precision.MONTH)).isEqualTo("April 2026");
        assertThat(shown(ArticleDate.Precision.YEAR)).isEqualTo("2026");
    }
}
