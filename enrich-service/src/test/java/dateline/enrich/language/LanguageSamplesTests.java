package dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.newsroom.Newsroom;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageSamplesTests {
    private static final int LONG = 300;

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    record Sample(String language, String text) {}

    /** Invented paragraphs, and every 300 characters of the newsroom's articles. */
    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        try (InputStream in = LanguageSamplesTests.class.getResourceAsStream("/language/samples.tsv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> samples.add(new Sample(row[0], row[1])));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Newsroom.load().articles().forEach(article -> {
            for (int i = 0; i + LONG <= article.body().length(); i += LONG) {
                samples.add(new Sample(article.gold().language(), article.body().substring(i, i + LONG)));
            }
        });
        return samples;
    }

    @Test
    void ninetyNineOfAHundredBodiesOf300CharactersAreRightInTwentyLanguages() {
        Set<String> languages = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Sample sample : samples()) {
            languages.add(sample.language());
            all++;
            String found = identifier.identify(sample.text(), null).tag();
            if (!found.equals(sample.language())) {
                wrong.add(sample.language() + " taken for " + found + ": " + sample.text());
            }
        }
        System.out.printf("%d texts in %d languages %s, %d wrong%n", all, languages.size(), languages, wrong.size());

        assertThat(languages).hasSizeGreaterThanOrEqualTo(20);
        assertThat(wrong).hasSizeLessThanOrEqualTo(all / 100);
    }

    @Test
    void everyInventedParagraphIsRight() {
        assertThat(samples().stream()
                        .limit(22)
                        .filter(sample ->
                                !identifier.identify(sample.text(), null).tag().equals(sample.language())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Президент Беларуси Александр Лукашенко прибыл в Баку
            ru | Объём торговли вырос
            uk | Президент України прибув до Києва
            be | Прэзідэнт прыбыў у Мінск з афіцыйным візітам
            be | Сустрэча ў Баку
            bg | Президентът пристигна в София на официално посещение и ще се срещне с министър-председателя
            sr | Председник је стигао у Београд
            mk | Претседателот пристигна во Скопје со министерот и ќе се сретне со амбасадорот
            kk | Қазақстан президенті Бакуге келді
            az | Prezident Bakıya rəsmi səfərə gəldi
            ka | პრეზიდენტი თბილისში ჩავიდა
            hy | Նախագահը ժամանեց Երևան
            el | Ο πρόεδρος έφτασε στην Αθήνα
            ko | 대통령이 서울에 도착했다
            ja | 大統領が東京に到着した
            zh | 总统抵达北京
            he | הנשיא הגיע לירושלים
            """)
    void scriptAndLettersTellEvenInAHeadline(String language, String text) {
        assertThat(identifier.identify(text, null).tag()).isEqualTo(language);
    }

    @Test
    void aDeclaredLanguageThatTheLettersRuleOutIsNotBelieved() {
        assertThat(identifier
                        .identify("Президент України прибув до Києва", "ru")
                        .tag())
                .isEqualTo("uk");
    }
}
