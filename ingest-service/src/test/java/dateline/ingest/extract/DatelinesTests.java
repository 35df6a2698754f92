package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTests {
    private static final Instant SEEN = Instant.parse("2024-06-10T12:00:00Z");
    private static final String STORY = "The harbour council voted on Tuesday to close the pier, officials said.";

    private final Datelines datelines = new Datelines(new DateFinder());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Baku, 21 April, AZERTAC                       | Baku     | 2024-04-21 | AZERTAC
            Bakı, 21 aprel, AZƏRTAC                       | Bakı     | 2024-04-21 | AZƏRTAC
            YEREVAN, MAY 21, ARMENPRESS.                  | Yerevan  | 2024-05-21 | ARMENPRESS
            MINSK (BelTA) –                               | Minsk    | -          | BelTA
            TBILISI, Georgia (AP) —                       | Tbilisi  | -          | AP
            ANKARA, June 3 (Xinhua) --                    | Ankara   | 2024-06-03 | Xinhua
            ТБИЛИСИ, 14 мая — Sputnik.                    | Тбилиси  | 2024-05-14 | Sputnik
            Paris, le 3 mars (AFP) -                      | Paris    | 2024-03-03 | AFP
            МОСКВА, 21 мая. /ТАСС/.                       | Москва   | 2024-05-21 | ТАСС
            МОСКВА, 21 мая - РИА Новости.                 | Москва   | 2024-05-21 | РИА Новости
            BERLIN, 3. März (dpa) -                       | Berlin   | 2024-03-03 | dpa
            Berlin (dpa) -                                | Berlin   | -          | dpa
            KYIV. May 21 (Interfax-Ukraine) –             | Kyiv     | 2024-05-21 | Interfax-Ukraine
            NEW DELHI, May 21 (PTI)                       | New Delhi | 2024-05-21 | PTI
            BUENOS AIRES, 21 May 2023 (Reuters) -         | Buenos Aires | 2023-05-21 | Reuters
            LONDON, December 30 (Reuters) -               | London   | 2023-12-30 | Reuters
            Baku, 21 April, Caspian Wire —                | Baku     | 2024-04-21 | Caspian Wire
            БАКУ, 21 апреля, Вестник Содружества.         | Баку     | 2024-04-21 | Вестник Содружества
            ISTANBUL —                                    | Istanbul | -          | -
            (Reuters) -                                   | -        | -          | Reuters
            新华社北京5月21日电                             | 北京      | 2024-05-21 | 新华社
            """)
    void aDatelineGivesPlaceDayAndAgency(String dateline, String place, String day, String agency) {
        String text = dateline + " " + STORY;

        Datelines.Opening opening = Objects.requireNonNull(datelines.at(text, null, SEEN));

        assertThat(opening.dateline().place()).isEqualTo(place);
        assertThat(opening.dateline().agency()).isEqualTo(agency);
        assertThat(
                        opening.date() == null
                                ? null
                                : opening.date().date().at().toString().substring(0, 10))
                .isEqualTo(day);
        assertThat(text.substring(opening.end()).strip()).isEqualTo(STORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The harbour council voted on Tuesday – after a long debate – to close the pier.",
                "In Baku, 21 people were hurt when a bus left the road on Tuesday, officials said.",
                "EXCLUSIVE — The harbour council voted on Tuesday to close the pier, officials said.",
                "Marek Novy (Arsenal) – 7/10: quick on the ball and quicker to complain about it.",
                "May 21 was the last day of the ferry, which had crossed the river since 1911.",
                "NATO and the EU agreed on Tuesday to close the pier, officials said in Brussels.",
                "Paris, 3 March, when nobody came — not even the mayor — was a cold day for everybody.",
                "Paris, the capital, voted on Tuesday to close the pier, officials said."
            })
    void proseIsNoDateline(String text) {
        assertThat(datelines.at(text, "en", SEEN)).isNull();
    }
}
