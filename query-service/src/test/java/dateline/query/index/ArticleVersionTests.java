package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleVersionTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00.123Z");

    @Test
    void aLaterRevisionIsNewerWheneverItWasEnriched() {
        assertThat(ArticleVersion.of(2, Instant.EPOCH)).isGreaterThan(ArticleVersion.of(1, NOW));
    }

    @Test
    void aLaterEnrichmentOfTheSameRevisionIsNewer() {
        assertThat(ArticleVersion.of(1, NOW.plusMillis(1))).isGreaterThan(ArticleVersion.of(1, NOW));
        assertThat(ArticleVersion.of(1, NOW)).isEqualTo((1L << 42) + NOW.toEpochMilli());
    }

    @Test
    void aDeletionIsNewerThanItsRevisionAndOlderThanTheNext() {
        assertThat(ArticleVersion.ofDeletion(3))
                .isGreaterThan(ArticleVersion.of(3, Instant.MAX))
                .isLessThan(ArticleVersion.of(4, Instant.MIN));
    }

    @Test
    void versionsArePositiveForWhatElasticsearchTakes() {
        assertThat(ArticleVersion.of(1, Instant.MIN)).isPositive();
        assertThat(ArticleVersion.ofDeletion(ArticleVersion.MAX_REVISION))
                .isPositive()
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aRevisionOutOfRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleVersion.of(0, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleVersion.of(ArticleVersion.MAX_REVISION + 1, NOW));
    }
}
