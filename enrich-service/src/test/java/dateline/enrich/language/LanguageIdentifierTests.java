package dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleLanguage;
import org.junit.jupiter.api.Test;

class LanguageIdentifierTests {
    private static final String ENGLISH = "The two presidents met in the morning and spoke for three hours. ".repeat(6);
    private static final String RUSSIAN =
            "Президенты двух стран встретились утром и говорили три часа подряд. ".repeat(6);

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @Test
    void theBodyDecidesWhateverThePageDeclares() {
        ArticleLanguage language = identifier.identify(RUSSIAN, "en");

        assertThat(language.tag()).isEqualTo("ru");
        assertThat(language.source()).isEqualTo(ArticleLanguage.Source.BODY);
        assertThat(language.confidence()).isBetween(0.5, 1.0);
        assertThat(identifier.identify(ENGLISH, null).tag()).isEqualTo("en");
    }

    @Test
    void aShortTextFallsBackOnWhatWasDeclared() {
        assertThat(identifier.identify("Сустрэча ў Баку", "be-BY"))
                .isEqualTo(new ArticleLanguage("be", 0.5, ArticleLanguage.Source.DECLARED));
    }

    @Test
    void aDeclarationThatCannotBeTrueIsNotBelieved() {
        assertThat(identifier
                        .identify("Президенты двух стран встретились утром", "en")
                        .source())
                .isEqualTo(ArticleLanguage.Source.BODY);
    }

    @Test
    void withoutLettersAndDeclarationTheLanguageIsUndetermined() {
        assertThat(identifier.identify("2026 — 17:00", null).tag()).isEqualTo("und");
        assertThat(identifier.identify("", "xx-invalid-tag-xx").tag()).isNotEmpty();
    }
}
