package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dateline.query.search.TextQuery.All;
import dateline.query.search.TextQuery.Any;
import dateline.query.search.TextQuery.Not;
import dateline.query.search.TextQuery.Phrase;
import dateline.query.search.TextQuery.Word;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextQueryParserTests {
    private static TextQuery parse(String text) {
        return TextQueryParser.parse(text).orElseThrow();
    }

    private static All all(TextQuery... parts) {
        return new All(List.of(parts));
    }

    private static Any any(TextQuery... parts) {
        return new Any(List.of(parts));
    }

    private static Word word(String text) {
        return new Word(text);
    }

    @Test
    void wordsSideBySideMustAllOccur() {
        assertThat(parse("bridge")).isEqualTo(word("bridge"));
        assertThat(parse("  old  bridge ")).isEqualTo(all(word("old"), word("bridge")));
        assertThat(parse("old AND bridge")).isEqualTo(all(word("old"), word("bridge")));
    }

    @Test
    void quotationMarksOfAllKindsMakeAPhrase() {
        assertThat(parse("\"old bridge\"")).isEqualTo(new Phrase("old bridge"));
        assertThat(parse("“old bridge” toll")).isEqualTo(all(new Phrase("old bridge"), word("toll")));
    }

    @Test
    void aDashBeforeAWordExcludesItAndInsideOneDoesNot() {
        assertThat(parse("bridge -toll")).isEqualTo(all(word("bridge"), new Not(word("toll"))));
        assertThat(parse("bridge NOT \"the toll\"")).isEqualTo(all(word("bridge"), new Not(new Phrase("the toll"))));
        assertThat(parse("prime-minister")).isEqualTo(word("prime-minister"));
    }

    @Test
    void orIsWeakerThanAndUnlessParenthesesSayOtherwise() {
        assertThat(parse("a b OR c")).isEqualTo(any(all(word("a"), word("b")), word("c")));
        assertThat(parse("a (b OR c)")).isEqualTo(all(word("a"), any(word("b"), word("c"))));
        assertThat(parse("a -(b OR c)")).isEqualTo(all(word("a"), new Not(any(word("b"), word("c")))));
    }

    @Test
    void operatorsAreOnlyThoseInCapitals() {
        assertThat(parse("sink or swim")).isEqualTo(all(word("sink"), word("or"), word("swim")));
        assertThat(parse("ORDER")).isEqualTo(word("ORDER"));
    }

    @Test
    void whatIsNoWordIsPassedOver() {
        assertThat(parse("bread & — butter")).isEqualTo(all(word("bread"), word("butter")));
        assertThat(TextQueryParser.parse("… - ()")).isEmpty();
        assertThat(TextQueryParser.parse("")).isEmpty();
    }

    @Test
    void elasticsearchsOwnSyntaxIsJustWords() {
        assertThat(parse("title:foo*")).isEqualTo(word("title:foo*"));
        assertThat(parse("/.*/ {\"match_all\":{}}")).isEqualTo(new Phrase("match_all"));
    }

    @Test
    void anErrorSaysWhereItIs() {
        assertError("old \"bridge", 4, "quotation mark is not closed");
        assertError("(old bridge", 0, "parenthesis is not closed");
        assertError("old) bridge", 3, "parenthesis was not opened");
        assertError("old OR", 4, "needs a word after it");
        assertError("OR old", 0, "needs a word before it");
        assertError("old AND", 4, "needs a word after it");
        assertError("NOT", 0, "needs a word after it");
    }

    private static void assertError(String text, int position, String message) {
        assertThatExceptionOfType(TextQueryException.class)
                .isThrownBy(() -> TextQueryParser.parse(text))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void aQueryOfUnreasonableSizeIsRefused() {
        assertThatExceptionOfType(TextQueryException.class).isThrownBy(() -> TextQueryParser.parse("a ".repeat(51)));
        assertThatExceptionOfType(TextQueryException.class).isThrownBy(() -> TextQueryParser.parse("(".repeat(900)));
        assertThatExceptionOfType(TextQueryException.class)
                .isThrownBy(() -> TextQueryParser.parse("-".repeat(900) + "a"));
        assertThatExceptionOfType(TextQueryException.class).isThrownBy(() -> TextQueryParser.parse("x".repeat(1001)));
    }

    @Test
    void anyTextIsReadOrRefusedAndNothingElse() {
        String[] bits = {"(", ")", "\"", "-", " ", "OR", "AND", "NOT", "a", "é", "“", "\u0000", "\uD83D", "*", ":", "\\"
        };
        Random random = new Random(42);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = random.nextInt(40); j > 0; j--) {
                    text.append(bits[random.nextInt(bits.length)]);
                }
                try {
                    TextQueryParser.parse(text.toString());
                } catch (TextQueryException e) {
                    assertThat(e.position()).isBetween(0, text.length());
                }
            }
        });
    }
}
