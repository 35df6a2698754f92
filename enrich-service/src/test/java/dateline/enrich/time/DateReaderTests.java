package dateline.enrich.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dateline.contract.DateMention;
import dateline.newsroom.SampleArticle;
import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTests {
    /** A Wednesday. */
    private static final LocalDate PUBLISHED = LocalDate.parse("2026-04-22");

    private final DateReader reader = new DateReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The talks ended on Tuesday. | Tuesday | 2026-04-21",
                "en | The talks will end on Tuesday. | Tuesday | 2026-04-28",
                "en | A report is due by Friday. | Friday | 2026-04-24",
                "en | They meet next Wednesday. | Wednesday | 2026-04-29",
                "en | They met last Wednesday. | Wednesday | 2026-04-15",
                "en | Prices rose in March. | March | 2026-03",
                "en | The bridge will open in March. | March | 2027-03",
                "en | Closed since November. | November | 2025-11",
                "en | It happened yesterday. | yesterday | 2026-04-21",
                "en | Rain is expected next week. | next week | 2026-W18",
                "en | Sales fell last year. | last year | 2025",
                "en | It was signed on April 3, 2024. | April 3, 2024 | 2024-04-03",
                "en | It was signed on the 3rd of April 2024. | 3rd of April 2024 | 2024-04-03",
                "en | From 3 to 5 May the road is closed. | 3 to 5 May | 2026-05-03/2026-05-05",
                "en | Rain falls from October to December. | October to December | 2026-10/2026-12",
                "en | The war of 1999-2001 is over. | 1999-2001 | 1999/2001",
                "en | Taxes must be paid by 31 December. | 31 December | 2026-12-31",
                "en | Posted 21.05.2024 09:05 | 21.05.2024 | 2024-05-21",
                "en | Logged 2024-05-21 at noon. | 2024-05-21 | 2024-05-21",
                "de | Am Dienstag kamen sie nach Riga. | Dienstag | 2026-04-21",
                "de | Das Treffen war am 3. Mai 2025. | 3. Mai 2025 | 2025-05-03",
                "fr | La réunion sera tenue lundi. | lundi | 2026-04-27",
                "fr | Un accord du 1er mai 2025. | 1er mai 2025 | 2025-05-01",
                "es | Ocurrió el 3 de mayo de 2025. | 3 de mayo de 2025 | 2025-05-03",
                "it | È nato il 7 giugno 2020. | 7 giugno 2020 | 2020-06-07",
                "pt | Foi em 7 de setembro de 2022. | 7 de setembro de 2022 | 2022-09-07",
                "ru | Встреча прошла 21 апреля 2026 года. | 21 апреля 2026 года | 2026-04-21",
                "ru | Завод закрыли в прошлом году. | прошлом году | 2025",
                "uk | Зустріч була 3 березня 2026 року. | 3 березня 2026 року | 2026-03-03",
                "be | Сустрэча была 21 красавіка. | 21 красавіка | 2026-04-21",
                "pl | Spotkanie odbyło się we wtorek. | wtorek | 2026-04-21",
                "tr | Köprü 2019’da açıldı. | 2019’da | 2019",
                "az | Görüş aprelin 21-də keçirilib. | aprelin 21-də | 2026-04-21",
                "ar | بدأ العمل يوم الثلاثاء. | الثلاثاء | 2026-04-21",
                "zh | 会议于2026年4月21日举行。 | 2026年4月21日 | 2026-04-21",
            })
    void aDateIsReadAgainstTheDayOfPublication(String language, String text, String surface, String value) {
        List<DateMention> found = reader.read(text, language, PUBLISHED);

        assertThat(found).extracting(DateMention::surface, DateMention::value).containsExactly(tuple(surface, value));
        assertThat(text.substring(found.getFirst().start(), found.getFirst().end()))
                .isEqualTo(surface);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | He may march again. | ",
                "en | It took 14 months and 20 years. | ",
                "en | Shops close every Wednesday. | ",
                "en | Comet 2025 K4 was seen. | ",
                "en | They counted in 2000 homes. | ",
                "en | Aged 52, he lives at 1984 Main Street. | ",
            })
    void whatFixesNoTimeIsNoDate(String language, String text, String none) {
        assertThat(reader.read(text, language, PUBLISHED)).as(none).isEmpty();
    }

    @Test
    void hostileTextTakesLinearTime() {
        for (String piece : List.of("1", "1,", "2026-", "May ", "April 1, ", "on Tuesday, ", "1 to ")) {
            String text = piece.repeat(1_000_000 / piece.length());

            ProcessorTime.within(Duration.ofSeconds(30), () -> reader.read(text, "en", PUBLISHED), piece);
        }
    }

    @Test
    void datesOfTheNewsroomStayAsGoodAsTheyWere() {
        assertThat(DateEvaluation.score(SampleArticle.Split.TRAIN, false)).isGreaterThan(0.95);
    }
}
