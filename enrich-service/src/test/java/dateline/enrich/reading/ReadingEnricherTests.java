package dateline.enrich.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleLanguage;
import dateline.contract.ReadingAids;
import dateline.enrich.WholePipeline;
import dateline.enrich.pipeline.Findings;
import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingEnricherTests {
    private final ReadingEnricher enricher = new ReadingEnricher();

    @Test
    void keywordsAreWhatTheArticleKeepsComingBackTo() {
        ReadingAids aids = of(
                "en",
                "Glacier lake lowered",
                "The glacier lake above the village was lowered by two metres. Engineers had watched the glacier lake for years."
                        + " A siren stands on the dam. The glacier lake will be lowered again, the engineers said.");

        assertThat(aids.keywords().getFirst().toLowerCase(Locale.ROOT)).contains("lake");
        assertThat(aids.keywords())
                .hasSizeLessThanOrEqualTo(Keywords.MOST)
                .noneMatch(word -> word.equalsIgnoreCase("the"));
    }

    @Test
    void stopWordsOfTheLanguageAreNoKeywords() {
        assertThat(of("de", "", "Der Hafen und der Hafen und die Stadt, die der Hafen ernährt.")
                        .keywords())
                .contains("Stadt")
                .doesNotContain("und", "der", "die");
    }

    @Test
    void aLanguageWithoutStopWordsHasNoKeywords() {
        assertThat(of("tlh", "", "tlhIngan maH tlhIngan maH tlhIngan maH").keywords())
                .isEmpty();
    }

    @Test
    void readingTimeGoesByTheLanguagesSpeed() {
        String hundredWords = "word ".repeat(100);

        assertThat(of("en", "", hundredWords).words()).isEqualTo(100);
        assertThat(of("en", "", hundredWords).seconds()).isEqualTo(27);
        assertThat(of("ar", "", hundredWords).seconds()).isEqualTo(44);
        assertThat(of("xx", "", hundredWords).seconds()).isEqualTo(33);
    }

    @Test
    void charactersCountWhereWordsHaveNoSpaces() {
        assertThat(of("zh", "", "会议在北京举行会议在北京举行").words()).isEqualTo(9);
    }

    @Test
    void toneIsNegativeForBadWordsPositiveForGoodAndTurnedByNegation() {
        assertThat(tone("The fire destroyed the house and killed a horse.")).isNegative();
        assertThat(tone("A wonderful, happy celebration with great joy.")).isPositive();
        assertThat(tone("It was not good.")).isNegative();
        assertThat(tone("The table has four legs.")).isZero();
    }

    @Test
    void onlyEnglishHasATone() {
        assertThat(of("de", "", "Ein wunderbarer Tag.").tone()).isNull();
    }

    @Test
    void hostileTextTakesLinearTime() {
        for (String piece : List.of("1", ",", "a b ", "ab. ", "not ", "Glacier lake ")) {
            String text = piece.repeat(1_000_000 / piece.length());

            ProcessorTime.within(Duration.ofSeconds(30), () -> of("en", "", text), piece);
        }
    }

    private double tone(String text) {
        return Objects.requireNonNull(of("en", "", text).tone());
    }

    private ReadingAids of(String language, String title, String body) {
        Findings findings = new Findings();
        findings.language(new ArticleLanguage(language, 1, ArticleLanguage.Source.BODY));
        enricher.enrich(WholePipeline.article(title, body), findings);
        return Objects.requireNonNull(findings.reading());
    }
}
