package dateline.ingest.date;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate.Precision;
import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTests {
    private final DateParser parser = new DateParser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thu, 01 Jan 2004 19:48:21 GMT            | 2004-01-01T19:48:21Z
            Thu, 1 Jan 04 19:48:21 GMT               | 2004-01-01T19:48:21Z
            01 Jan 2004 19:48 EST                    | 2004-01-02T00:48:00Z
            Thursday, 01 January 2004 19:48:21 +0200 | 2004-01-01T17:48:21Z
            Thu 01 Jan 2004 19:48:21                 | 2004-01-01T19:48:21Z
            Thu, 01 Jan 2004 19:48:21 -0500 (EST)    | 2004-01-02T00:48:21Z
            Thu, 01 Jan 2004 19:48:21 GMT+03:00      | 2004-01-01T16:48:21Z
            Sat, 29 Jan 2005 24:00:00 GMT            | 2005-01-30T00:00:00Z
            Thu, 31 Dec 98 23:59:60 GMT              | 1999-01-01T00:00:00Z
            Mo, 01 Jun 2020 10:00:00 +0200           | 2020-06-01T08:00:00Z
            Xyz, 01 Jun 2020 10:00:00 Z              | 2020-06-01T10:00:00Z
            Tue, 2 Sept 2025 6:05:04 PM PST          | 2025-09-03T02:05:04Z
            Sun Jan  4 16:29:06 PST 2004             | 2004-01-05T00:29:06Z
            Sun Jan  4 16:29:06 2004                 | 2004-01-04T16:29:06Z
            Fri, 2006/09/15 08:19:53 EDT             | 2006-09-15T12:19:53Z
            2003-12-31T10:14:55Z                     | 2003-12-31T10:14:55Z
            2003-12-31T10:14:55.123+01:00            | 2003-12-31T09:14:55.123Z
            2003-12-31T10:14:55,5-0300               | 2003-12-31T13:14:55.500Z
            2003-12-31t10:14z                        | 2003-12-31T10:14:00Z
            2003-12-31 10:14:55                      | 2003-12-31T10:14:55Z
            2003-12-31 10:14:55 UTC                  | 2003-12-31T10:14:55Z
            2003-12-31 10:14:55 +0000 UTC            | 2003-12-31T10:14:55Z
            20031231T101455Z                         | 2003-12-31T10:14:55Z
            20031231101455                           | 2003-12-31T10:14:55Z
            2004-07-13T9:15-05:00                    | 2004-07-13T14:15:00Z
            1072865695                               | 2003-12-31T10:14:55Z
            1072865695000                            | 2003-12-31T10:14:55Z
            04/21/2021 09:05 PM                      | 2021-04-21T21:05:00Z
            4/5/2021 9:05 AM EDT                     | 2021-04-05T13:05:00Z
            12/31/2003 12:15 AM                      | 2003-12-31T00:15:00Z
            12/31/2003 12:15 p.m.                    | 2003-12-31T12:15:00Z
            21.05.2024 09:05:09                      | 2024-05-21T09:05:09Z
            21.05.2024, 09:05 Uhr                    | 2024-05-21T09:05:00Z
            5.6.2024 klo 9.05                        | 2024-06-05T09:05:00Z
            2024.05.21. 9:05                         | 2024-05-21T09:05:00Z
            April 21, 2021 at 5:30 pm                | 2021-04-21T17:30:00Z
            21 avril 2021 à 17h30                    | 2021-04-21T17:30:00Z
            2021年4月21日 17時30分                    | 2021-04-21T17:30:00Z
            2021年4月21日 下午5:30                    | 2021-04-21T17:30:00Z
            2021년 4월 21일 오후 5시 30분             | 2021-04-21T17:30:00Z
            """)
    void aMomentIsRead(String text, Instant expected) {
        assertThat(parser.parse(text)).as(text).map(ParsedDate::at).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            21 April 2021                   | 2021-04-21
            April 21st, 2021                | 2021-04-21
            21-Apr-2021                     | 2021-04-21
            2021 Apr 21                     | 2021-04-21
            Wednesday 21 April 2021         | 2021-04-21
            21. April 2021                  | 2021-04-21
            Mittwoch, den 21. März 2021     | 2021-03-21
            21 février 2021                 | 2021-02-21
            1er août 2021                   | 2021-08-01
            mardi 2 mars 2021               | 2021-03-02
            21 de abril de 2021             | 2021-04-21
            miércoles, 21 de abril de 2021  | 2021-04-21
            21 aprile 2021                  | 2021-04-21
            21 de março de 2021             | 2021-03-21
            quarta-feira, 21 de abril de 2021 | 2021-04-21
            21 апреля 2021 г.               | 2021-04-21
            среда, 21 мая 2021              | 2021-05-21
            21 квітня 2021 року             | 2021-04-21
            21 красавіка 2021               | 2021-04-21
            21 kwietnia 2021 r.             | 2021-04-21
            21. dubna 2021                  | 2021-04-21
            21. apríla 2021                 | 2021-04-21
            21 Nisan 2021 Çarşamba          | 2021-04-21
            21 EYLÜL 2021                   | 2021-09-21
            21 aprel 2021                   | 2021-04-21
            21 ապրիլի 2021                  | 2021-04-21
            21 აპრილი 2021                  | 2021-04-21
            21 أبريل 2021                   | 2021-04-21
            ٢١ أبريل ٢٠٢١                   | 2021-04-21
            21 نيسان 2021                   | 2021-04-21
            21 تشرين الثاني 2021            | 2021-11-21
            21 آوریل 2021                   | 2021-04-21
            ۱ فروردین ۱۴۰۰                  | 2021-03-21
            1400/02/01                      | 2021-04-21
            21 Απριλίου 2021                | 2021-04-21
            Κυρ, 11 Ιούλ 2004               | 2004-07-11
            2021. április 21.               | 2021-04-21
            2004-július-13                  | 2004-07-13
            21 aprilie 2021                 | 2021-04-21
            21. април 2021.                 | 2021-04-21
            21. travnja 2021.               | 2021-04-21
            21 април 2021                   | 2021-04-21
            21 april 2021                   | 2021-04-21
            21 huhtikuuta 2021              | 2021-04-21
            2021年4月21日                    | 2021-04-21
            2021年4月21日(水曜日)             | 2021-04-21
            2021년 4월 21일 수요일            | 2021-04-21
            21 เมษายน 2564                  | 2021-04-21
            21 अप्रैल 2021                   | 2021-04-21
            21 באפריל 2021                  | 2021-04-21
            2021-04-21                      | 2021-04-21
            2021/04/21                      | 2021-04-21
            2021-111                        | 2021-04-21
            2021-W16-3                      | 2021-04-21
            20210421                        | 2021-04-21
            21/04/2021                      | 2021-04-21
            04/21/2021                      | 2021-04-21
            05/04/2021                      | 2021-04-05
            21.4.21                         | 2021-04-21
            03-12-31                        | 2003-12-31
            """)
    void aDayIsNoMidnight(String text, String expected) {
        assertThat(parser.parse(text))
                .as(text)
                .contains(new ParsedDate(Instant.parse(expected + "T00:00:00Z"), Precision.DAY, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021-04             | MONTH  | false
            April 2021          | MONTH  | false
            2021                | YEAR   | false
            2021-04-21T10Z      | HOUR   | true
            2021-04-21T10:14Z   | MINUTE | true
            2021-04-21 10:14:00 | SECOND | false
            """)
    void thePrecisionIsWhatWasStated(String text, Precision precision, boolean zoneKnown) {
        ParsedDate date = parser.parse(text).orElseThrow();

        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.zoneKnown()).isEqualTo(zoneKnown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2 hours ago",
                "31 June 2021",
                "2021-02-30",
                "2021-13-01",
                "10:14",
                "Room 21, April was cold in 2021",
                "version 2.1.2021.4",
                "0000-00-00 00:00:00",
                "-1",
                "99999999999999999999",
                "2021-04-21T25:00:00Z",
                "April 21 to April 23, 2021"
            })
    void whatIsNoDateIsNotGuessedAt(String text) {
        assertThat(parser.parse(text)).isEmpty();
    }

    @Test
    void timeGrowsWithTheLengthOnly() {
        Stream.of("1:", "1 ", "jan ", "(", "-", "1-", "上午", "12:00 ")
                .forEach(piece -> ProcessorTime.within(Duration.ofSeconds(2), () -> {
                    String most = piece.repeat(100_000);
                    for (int i = 0; i < 2_000; i++) {
                        parser.parse(piece.repeat(200 / piece.length()));
                        parser.parse(most);
                    }
                    return piece;
                }));
    }
}
