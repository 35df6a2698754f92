package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylinesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "By Lena Marsh, Tobias Orr, and Ines Falk > Lena Marsh; Tobias Orr; Ines Falk",
                "By Lena Marsh with Tobias Orr > Lena Marsh; Tobias Orr",
                "Par Lena Marsh (avec Tobias Orr et Ines Falk) > Lena Marsh; Tobias Orr; Ines Falk",
                "By Lena Marsh in Brussels and Tobias Orr in New Delhi > Lena Marsh; Tobias Orr",
                "Par Lena Marsh, à Bruxelles > Lena Marsh",
                "By Lena Marsh For The Bay Post > Lena Marsh",
                "By Lena Marsh, special to the Bay Post > Lena Marsh",
                "By Lena Marsh, Health correspondent, Brussels > Lena Marsh",
                "Published by Lena Marsh on 21 May 2024 > Lena Marsh",
                "Reporting by Lena Marsh; Editing by Tobias Orr and Ines Falk > Lena Marsh",
                "Eine Analyse von Lena Marsh > Lena Marsh",
                "Propos recueillis par Lena Marsh > Lena Marsh",
                "a cura di Lena Marsh > Lena Marsh",
                "lena@news.example (Lena Marsh) > Lena Marsh",
                "By Maria Elena di San Marco > Maria Elena di San Marco",
                "By Anna van der Berg > Anna van der Berg",
                "Edited by Lena Marsh > Lena Marsh"
            })
    void theNamesInALine(String line, String names) {
        assertThat(String.join("; ", Bylines.names(List.of(line)))).isEqualTo(names);
    }

    @Test
    void anAccountIsNoPersonsName() {
        assertThat(Bylines.looksLikeAccount(List.of("webteam"))).isTrue();
        assertThat(Bylines.looksLikeAccount(List.of("WebTeam"))).isTrue();
        assertThat(Bylines.looksLikeAccount(List.of("lmarsh2"))).isTrue();
        assertThat(Bylines.looksLikeAccount(List.of("Reuters"))).isFalse();
        assertThat(Bylines.looksLikeAccount(List.of("Lena Marsh"))).isFalse();
        assertThat(Bylines.looksLikeAccount(List.of("webteam", "Lena Marsh"))).isFalse();
    }
}
