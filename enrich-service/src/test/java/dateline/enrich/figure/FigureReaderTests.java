package dateline.enrich.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Figure;
import dateline.newsroom.SampleArticle;
import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureReaderTests {
    private final FigureReader reader = new FigureReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en | It cost $400 million in 2023. | $400 million | 400000000 | - | USD",
                "en | They lost half a billion dollars. | half a billion dollars | 500000000 | - | USD",
                "en | He paid Rs 5 crore. | Rs 5 crore | 50000000 | - | INR",
                "en | It cost ₹210 crore. | ₹210 crore | 2100000000 | - | INR",
                "en | About 10 lakh people came. | 10 lakh | 1000000 | people | -",
                "en | Some 1,500 troops left. | 1,500 | 1500 | troops | -",
                "en | Prices rose 12 %. | 12 % | 12 | % | -",
                "en | Prices rose 3.2 per cent. | 3.2 per cent | 3.2 | % | -",
                "en | It lies 40 km away. | 40 km | 40 | km | -",
                "en | It fell to minus 4.1C. | minus 4.1C | -4.1 | °C | -",
                "en | A million people came. | A million | 1000000 | people | -",
                "en | They sent two dozen tanks. | two dozen | 24 | tanks | -",
                "en | It cost 300 million zlotys. | 300 million zlotys | 300000000 | - | PLN",
                "en | He has US$2.2m. | US$2.2m | 2200000 | - | USD",
                "en | It holds 16.4 million litres. | 16.4 million litres | 16400000 | l | -",
                "it | Vale 3.2 mln euro. | 3.2 mln euro | 3200000 | - | EUR",
                "de | Es kostet 1.234,5 Euro. | 1.234,5 Euro | 1234.5 | - | EUR",
                "fr | Il coûte 1 234,5 euros. | 1 234,5 euros | 1234.5 | - | EUR",
                "fr | Ils gagnent 190 millions de dollars. | 190 millions de dollars | 190000000 | - | USD",
                "ru | Это 612 млн долларов. | 612 млн долларов | 612000000 | - | USD",
                "ru | Цена 500 ₽. | 500 ₽ | 500 | - | RUB",
                "hy | Գինը ֏5000 է։ | ֏5000 | 5000 | - | AMD",
                "en | It costs ₾20 there. | ₾20 | 20 | - | GEL",
                "az | Qiyməti 20 ₼ idi. | 20 ₼ | 20 | - | AZN",
                "es | Subió un 3,5 %. | 3,5 % | 3.5 | % | -",
                "tr | Hat 66 kilometre uzun. | 66 kilometre | 66 | km | -",
            })
    void anAmountIsBroughtToOneForm(
            String language, String text, String surface, double value, String unit, String currency) {
        List<Figure> found = reader.read(text, language, new Currencies(null, List.of()));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst())
                .extracting(Figure::surface, Figure::value, Figure::unit, Figure::currency)
                .containsExactly(surface, value, unit, currency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An agreement is to be signed ahead of the COP29 summit.",
                "He is 52.",
                "A 14-year-old girl.",
                "It took 20 years.",
                "They won 2-1.",
                "It began at 11:40.",
                "At 9 a.m. it rained.",
                "They expect 30 to 50 mm.",
                "See page 12 first.",
                "The 13th child left.",
                "Nine goats left.",
                "The vote was 236 to 198.",
                "Two of them left."
            })
    void agesDurationsTimesScoresRanksAndRangesAreNoFigures(String text) {
        assertThat(reader.read(text, "en", new Currencies(null, List.of()))).isEmpty();
    }

    @Test
    void whoseDollarOrDinarIsMeantTheOutletAndTheCountriesTell() {
        assertThat(currency("It cost $5.", new Currencies("CA", List.of()))).isEqualTo("CAD");
        assertThat(currency("It cost $5.", new Currencies("GB", List.of("CA")))).isEqualTo("USD");
        assertThat(currency("It cost 5 dinars.", new Currencies("GB", List.of("DZ"))))
                .isEqualTo("DZD");
        assertThat(currency("It cost 5 francs.", new Currencies("SN", List.of())))
                .isEqualTo("XOF");
    }

    @Test
    void whatAFigureIsSaidOfIsInTheArticlesWords() {
        assertThat(of("Inflation in the euro area came to 2.1 per cent.")).isEqualTo("Inflation in the euro area");
        assertThat(of("They counted 410 damaged houses there.")).isEqualTo("damaged houses");
        assertThat(of("It will buy 18 per cent of Nusantara Air for a song.")).isEqualTo("Nusantara Air");
        assertThat(of("The camera cost $6.8 million.")).isEqualTo("camera");
        assertThat(of("Having set aside, they say, $5 million, they left.")).isNull();
    }

    @Test
    void hostileTextTakesLinearTime() {
        for (String piece : List.of("1", ",", "1,", "1 ", "1 000 ", "a ", "half a ", "$", "$1 ", "twenty-", "1 to ")) {
            String text = piece.repeat(1_000_000 / piece.length());

            ProcessorTime.within(
                    Duration.ofSeconds(30), () -> reader.read(text, "en", new Currencies(null, List.of())), piece);
        }
    }

    @Test
    void figuresOfTheNewsroomStayAsGoodAsTheyWere() {
        assertThat(FigureEvaluation.score(SampleArticle.Split.TRAIN, false)).isGreaterThan(0.96);
    }

    private String currency(String text, Currencies currencies) {
        return reader.read(text, "en", currencies).getFirst().currency();
    }

    private String of(String text) {
        return reader.read(text, "en", new Currencies(null, List.of()))
                .getFirst()
                .of();
    }
}
