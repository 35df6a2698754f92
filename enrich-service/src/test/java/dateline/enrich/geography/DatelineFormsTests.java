package dateline.enrich.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dateline.contract.Block;
import dateline.contract.Geography;
import dateline.enrich.WholePipeline;
import dateline.enrich.words.WordFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Openings as agencies and papers of many languages print them, and such as only look so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatelineFormsTests {
    private WholePipeline whole;

    @BeforeAll
    void start() {
        whole = new WholePipeline();
    }

    @AfterAll
    void stop() {
        whole.close();
    }

    @Test
    void everyFormIsReadAndWhatOnlyLooksLikeOneIsNot() {
        List<List<String>> rows = WordFile.rows("datelines/forms.tsv", 3);

        assertThat(rows).hasSizeGreaterThan(200);
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(place(row.get(0), row.get(2))).as(row.get(2)).isEqualTo(row.get(1)));
    }

    @Test
    void hostileOpeningsTakeNoTime() {
        for (String piece : List.of("A. ", "(", "A-", "[(", "/A", "1 ", "京", "A, ", "— ")) {
            assertThat(assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> DatelinePart.of(piece.repeat(50_000), false)))
                    .hasSizeLessThan(10);
        }
    }

    private String place(String country, String text) {
        var enriched = whole.pipeline()
                .enrich(WholePipeline.article(
                        "",
                        Instant.parse("2026-04-22T12:00:00Z"),
                        country,
                        List.of(new Block(Block.Kind.PARAGRAPH, text.replace("\\n", "\n")))));
        Geography geography = enriched.geography();
        return geography == null || geography.dateline() == null
                ? "none"
                : geography.dateline().entityId();
    }
}
