package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class InventedPagesTests {
    static final List<String> NAMES = InventedPages.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void theBodyIsTheStoryAndNothingElse(String name) {
        InventedPages.Case page = InventedPages.read(name);

        WordF1 words = WordF1.of(page.body(), page.extract().text());

        assertThat(words.precision()).as("precision").isGreaterThan(0.985);
        assertThat(words.recall()).as("recall").isGreaterThan(0.985);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theTitleIsTheHeadline(String name) {
        InventedPages.Case page = InventedPages.read(name);

        assertThat(page.extract().title()).isEqualTo(page.title());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theAuthorsAreNamed(String name) {
        InventedPages.Case page = InventedPages.read(name);

        assertThat(String.join(", ", page.extract().bylines())).isEqualTo(page.byline());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theDateIsAsExactAsThePageStatesIt(String name) {
        InventedPages.Case page = InventedPages.read(name);
        Extraction article = page.extract();

        String published =
                article.published() == null ? "" : ExtractCommand.iso(article.published(), article.publishedOffset());

        if (!page.published().isEmpty()) {
            assertThat(published).isEqualTo(page.published());
        }
    }
}
