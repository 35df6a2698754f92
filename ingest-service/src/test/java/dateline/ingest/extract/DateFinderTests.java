package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFinderTests {
    private static final Instant SEEN = Instant.parse("2024-06-01T12:00:00Z");

    private final DateFinder finder = new DateFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Published 9:05 p.m. EST, May 21, 2024             | en | 2024-05-21T21:05-05:00
            May 21, 2024 at 9:05 a.m.                         | en | 2024-05-21T09:05
            Updated 1:37 PM, Thu January 7, 2016              | en | 2016-01-07T13:37
            21st May 2024                                     | en | 2024-05-21
            05/21/2024 3:05 PM                                | en | 2024-05-21T15:05
            21/05/2024                                        | en | 2024-05-21
            03/04/2024                                        | en-US | 2024-03-04
            03/04/2024                                        | en-GB | 2024-04-03
            03/04/2024                                        | it | 2024-04-03
            Posted: 21.05.2024 09:05:09                       | en | 2024-05-21T09:05:09
            2024-05-21T23:30:00-05:00                         | en | 2024-05-21T23:30:00-05:00
            20240521                                          |    | 2024-05-21
            May 2024                                          | en | 2024-05
            am 12. März 2022 um 10:15 Uhr                     | de | 2022-03-12T10:15
            Stand: 12.03.2022, 7 Uhr                          | de | 2022-03-12T07
            Publié le 3 mars 2023 à 10h15                     | fr | 2023-03-03T10:15
            le 1er août 2023                                  | fr | 2023-08-01
            21 de mayo de 2024 a las 10:15                    | es | 2024-05-21T10:15
            3 de março de 2024 às 9h30                        | pt | 2024-03-03T09:30
            21 maggio 2024 ore 08:00                          | it | 2024-05-21T08:00
            21 mei 2024 om 10:05                              | nl | 2024-05-21T10:05
            21 maj 2024 kl. 10.05                             | sv | 2024-05-21T10:05
            21. toukokuuta 2024 klo 10.05                     | fi | 2024-05-21T10:05
            Опубликовано 21 апреля 2024 г., 09:05             | ru | 2024-04-21T09:05
            21 мая 2024, 14:30 MSK                            | ru | 2024-05-21T14:30+03:00
            21 травня 2024, 10:00                             | uk | 2024-05-21T10:00
            21 maja 2024 r. godz. 10:00                       | pl | 2024-05-21T10:00
            21. května 2024 10:00                             | cs | 2024-05-21T10:00
            2024. május 21. 10:05                             | hu | 2024-05-21T10:05
            2024 m. gegužės 21 d. 10:05                       | lt | 2024-05-21T10:05
            2024. gada 21. maijs                              | lv | 2024-05-21
            21. mai 2024, kell 10:05                          | et | 2024-05-21T10:05
            21 Mayıs 2024, 14:30                              | tr | 2024-05-21T14:30
            21 may 2024, 14:30                                | az | 2024-05-21T14:30
            21 Μαΐου 2024, 10:05                              | el | 2024-05-21T10:05
            21 მაისი, 2024 10:05                              | ka | 2024-05-21T10:05
            21 Մայիսի 2024                                    | hy | 2024-05-21
            21 مايو 2024 - 10:05                              | ar | 2024-05-21T10:05
            ٢١ مايو ٢٠٢٤                                      | ar | 2024-05-21
            21 במאי 2024, 10:05                               | he | 2024-05-21T10:05
            21 मई 2024, 10:05 AM                              | hi | 2024-05-21T10:05
            21 Mei 2024 10:05 WIB                             | id | 2024-05-21T10:05+07:00
            21 tháng 5, 2024                                  | vi | 2024-05-21
            21 พฤษภาคม 2567                                   | th | 2024-05-21
            2024年5月21日 14時05分                              | ja | 2024-05-21T14:05
            令和6年5月21日                                      | ja | 2024-05-21
            2024年5月21日 下午3:20                              | zh | 2024-05-21T15:20
            2024년 5월 21일 오후 3:20                           | ko | 2024-05-21T15:20
            """)
    void findsDatesAsTheyAreWritten(String line, String language, String expected) {
        List<FoundDate> found = finder.find(line, language, SEEN, false);

        assertThat(found).extracting(DateFinderTests::shown).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11/12 people were hurt
            version 1.2.3 of 192.168.10.24
            the 2023-24 season
            31 February 2024
            call 555-21-2024 5
            between 10 and 12 of them
            """)
    void findsNoneInOtherNumbers(String line) {
        assertThat(finder.find(line, "en", SEEN, false)).isEmpty();
    }

    @Test
    void aDayWithoutYearIsTheLastOneBeforeTheArticleWasSeen() {
        assertThat(finder.find("BAKU, 21 April", "en", SEEN, true))
                .extracting(DateFinderTests::shown)
                .containsExactly("2024-04-21");
        assertThat(finder.find("BAKU, 21 December", "en", SEEN, true))
                .extracting(DateFinderTests::shown)
                .containsExactly("2023-12-21");
    }

    private static String shown(FoundDate date) {
        String day = switch (date.precision()) {
            case YEAR -> date.date().toString().substring(0, 4);
            case MONTH -> date.date().toString().substring(0, 7);
            default -> date.date().toString();
        };
        String time = date.time() == null
                ? ""
                : switch (date.precision()) {
                    case HOUR -> "T" + date.time().toString().substring(0, 2);
                    case SECOND -> "T" + date.time() + (date.time().getSecond() == 0 ? ":00" : "");
                    default -> "T" + date.time();
                };
        return List.of(day, time, date.offset() == null ? "" : date.offset().toString()).stream()
                .collect(Collectors.joining());
    }
}
