package dateline.ingest.revise;

import static dateline.ingest.revise.Sightings.NOON;
import static dateline.ingest.revise.Sightings.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dateline.contract.ArticleDate;
import org.junit.jupiter.api.Test;

class FingerprintTests {
    private static final String URL = "https://example.org/a";

    @Test
    void oneWordMoreIsAnotherText() {
        assertThat(Fingerprint.of(article(URL, "A", NOON, "b")).text())
                .isNotEqualTo(Fingerprint.of(article(URL, "A", NOON, "b c")).text());
    }

    @Test
    void whenDatelineFirstSawAnArticleIsNoneOfItsProperties() {
        assertThat(Fingerprint.of(article(URL, "A", firstSeen(0), NOON, "b")))
                .isEqualTo(Fingerprint.of(article(URL, "A", firstSeen(60), NOON, "b")));
    }

    @Test
    void itsTextFormIsReadAgain() {
        Fingerprint fingerprint = Fingerprint.of(article(URL, "A", NOON, "b"));

        assertThat(Fingerprint.parse(fingerprint.toString())).isEqualTo(fingerprint);
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse("12:34"));
    }

    private static ArticleDate firstSeen(long seconds) {
        return new ArticleDate(NOON.plusSeconds(seconds), ArticleDate.Precision.SECOND, ArticleDate.Source.FIRST_SEEN);
    }
}
