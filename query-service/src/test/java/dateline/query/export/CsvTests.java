package dateline.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTests {
    private final Csv csv = new Csv(false);

    @Test
    void linesAreThoseOfRfc4180() {
        assertThat(csv.line(List.of("plain", "one, two", "says \"no\"", "two\nlines", "Ереван")))
                .isEqualTo("plain,\"one, two\",\"says \"\"no\"\"\",\"two\nlines\",Ереван\r\n");
    }

    @Test
    void emptyCellsAndBlanksAtTheEdgesAreKept() {
        assertThat(csv.line(List.of("", " a ", ""))).isEqualTo("\"\",\" a \",\"\"\r\n");
    }

    @Test
    void whatASpreadsheetWouldRunIsText() {
        for (String formula : List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "=\"x\"\n,")) {
            assertThat(csv.line(List.of(formula))).isEqualTo("\"'" + formula.replace("\"", "\"\"") + "\"\r\n");
        }
    }

    @Test
    void numbersStayNumbers() {
        assertThat(csv.line(List.of("-0.25", "-7", "1.5E-4"))).isEqualTo("-0.25,-7,1.5E-4\r\n");
    }

    @Test
    void whoeverIsNoSpreadsheetCanHaveItAsItIs() {
        assertThat(new Csv(true).line(List.of("=1+1", "-x"))).isEqualTo("=1+1,-x\r\n");
    }
}
