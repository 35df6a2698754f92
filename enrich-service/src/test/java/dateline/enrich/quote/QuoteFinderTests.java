package dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Quote;
import dateline.testing.ProcessorTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteFinderTests {
    private final QuoteFinder finder = new QuoteFinder();

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheTable() throws IOException {
        try (InputStream in = Objects.requireNonNull(QuoteFinderTests.class.getResourceAsStream("/quotes/cases.txt"))) {
            return QuoteCase.load(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .map(one -> DynamicTest.dynamicTest(
                            one.name(), () -> assertThat(one.found(finder)).isEqualTo(one.expected())));
        }
    }

    @Test
    void spansCountUtf16Units() {
        String body = "😀 “Wir sind hier 😀”, sagte sie.";

        List<Quote> found = finder.find(body, "de", List.of());

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().start()).isEqualTo(4);
        assertThat(body.substring(found.getFirst().start(), found.getFirst().end()))
                .isEqualTo(found.getFirst().text())
                .isEqualTo("Wir sind hier 😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "”",
                "«",
                "»",
                "„",
                "'",
                "’",
                "‘",
                "s’ ",
                " ‘s",
                "“a” ",
                "\"a\" said ",
                "— ",
                "— a, — said ",
                "said ",
                "X, said ",
                "that ",
                ", ",
                "( ",
                "“a,” X said. ",
                "“\n\n",
                "\n",
                "a\n\n\"b",
                "according to ",
                "X and ",
                "the "
            })
    void aLongRunOfAnythingTakesLinearTime(String piece) {
        String body = piece.repeat(100_000 / piece.length());

        ProcessorTime.within(Duration.ofSeconds(20), () -> finder.find(body, "en", List.of()));
        ProcessorTime.within(Duration.ofSeconds(20), () -> finder.find(body, "ru", List.of()));
    }

    @Test
    void aMegabyteOfQuotationMarksHoldsNoQuotation() {
        String body = "\"".repeat(1_000_000);

        List<Quote> found = ProcessorTime.within(Duration.ofSeconds(20), () -> finder.find(body, "en", List.of()));

        assertThat(found).isEmpty();
    }

    @Test
    void spansStayWithinTheBodyWhateverItHolds() {
        String marks = "“”\"'‘’«»„ said,.a—\n X";
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int j = random.nextInt(60); j >= 0; j--) {
                int at = random.nextInt(marks.length() + 4);
                body.append(at < marks.length() ? String.valueOf(marks.charAt(at)) : " he said ");
            }
            for (Quote quote : finder.find(body.toString(), i % 2 == 0 ? "en" : "es", List.of())) {
                assertThat(quote.text()).isEqualTo(body.substring(quote.start(), quote.end()));
                assertThat(quote.confidence()).isBetween(0.0, 1.0);
            }
        }
    }
}
