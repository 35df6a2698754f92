package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextQueryWriterTests {
    @Test
    void aQueryIsWrittenAsItIsRead() {
        assertThat(TextQueryWriter.write(
                        TextQueryParser.parse("(a  AND b) OR  -title:(c OR \"d e\"~2) entity:x minist*")
                                .orElseThrow()))
                .isEqualTo("a b OR -title:(c OR \"d e\"~2) entity:\"x\" minist*");
    }

    @Test
    void whatIsWrittenIsReadAsTheSameQuery() {
        String[] bits = {
            "(",
            ")",
            "\"",
            "-",
            " ",
            " ",
            "OR ",
            "AND ",
            "NOT ",
            "a",
            "é",
            "10:30 ",
            "\"~5",
            "title:",
            "body:",
            "entity:",
            "is:revised ",
            "minist* ",
            "outlet:x ",
            "b "
        };
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            Optional<TextQuery> query;
            try {
                query = TextQueryParser.parse(text.toString());
            } catch (TextQueryException e) {
                continue;
            }
            if (query.isPresent()) {
                String written = TextQueryWriter.write(query.get());
                assertThat(TextQueryParser.parse(written))
                        .as(text + " as " + written)
                        .isEqualTo(query);
                read++;
            }
        }
        assertThat(read).isGreaterThan(2_000);
    }
}
