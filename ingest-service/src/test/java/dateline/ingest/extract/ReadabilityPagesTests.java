package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Floors under what {@link ReadabilityPagesEvaluation} prints; skipped where the shared data is not there. */
class ReadabilityPagesTests {
    @Test
    void bodiesAndBylinesDoNotGetWorse() throws Exception {
        ReadabilityPages pages = ReadabilityPages.load();
        assumeThat(pages)
                .as("../shared/eval/readability-pages.tar.gz is not there")
                .isNotNull();

        List<ReadabilityPagesEvaluation.Row> rows = ReadabilityPagesEvaluation.evaluate(pages);

        assertThat(rows.stream().mapToDouble(row -> row.text().f1()).average().orElse(0))
                .as("mean word F1")
                .isGreaterThan(0.96);
        assertThat(rows.stream()
                                .filter(ReadabilityPagesEvaluation.Row::bylineRight)
                                .count()
                        * 100)
                .as("bylines, in per cent of the pages that have one")
                .isGreaterThanOrEqualTo(85
                        * rows.stream()
                                .filter(ReadabilityPagesEvaluation.Row::hasByline)
                                .count());
    }
}
