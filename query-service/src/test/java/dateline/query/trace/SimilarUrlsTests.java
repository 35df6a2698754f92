package dateline.query.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.CanonicalUrl;
import org.junit.jupiter.api.Test;

class SimilarUrlsTests {
    @Test
    void aPageIsOftenKnownByAnotherSchemeHostOrSlash() {
        assertThat(SimilarUrls.of(CanonicalUrl.of("https://m.example.org/story?page=1")))
                .extracting(CanonicalUrl::value)
                .contains(
                        "http://m.example.org/story?page=1",
                        "https://example.org/story?page=1",
                        "https://www.example.org/story",
                        "https://m.example.org/story/")
                .doesNotContain("https://m.example.org/story?page=1");
    }
}
