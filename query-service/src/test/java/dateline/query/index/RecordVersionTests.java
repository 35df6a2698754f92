package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.SampleArticle;
import org.junit.jupiter.api.Test;

class RecordVersionTests {
    private final RecordVersion versions = new RecordVersion();

    @Test
    void theVersionIsTheOneTheArticleIsStoredUnder() {
        SampleArticle article = SampleArticle.at("https://harbour.example/1")
                .revision(7)
                .enrichedAt(SampleArticle.NOON.plusMillis(123));

        assertThat(versions.of(article.json())).hasValue(ArticleVersion.of(7, SampleArticle.NOON.plusMillis(123)));
    }

    @Test
    void whatCanNotBeReadHasNoVersion() {
        for (String broken : new String[] {
            "",
            "{broken",
            "[]",
            "null",
            "{}",
            "{\"enrichedAt\": \"2026-04-21T12:00:00Z\"}",
            "{\"raw\": {\"revision\": 1}, \"enrichedAt\": \"noon\"}",
            "{\"raw\": {\"revision\": 1}"
        }) {
            assertThat(versions.of(broken.getBytes(UTF_8))).as(broken).isEmpty();
        }
    }
}
