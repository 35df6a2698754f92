package dateline.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dateline.query.search.TextQuery.All;
import dateline.query.search.TextQuery.Any;
import dateline.query.search.TextQuery.Has;
import dateline.query.search.TextQuery.In;
import dateline.query.search.TextQuery.Is;
import dateline.query.search.TextQuery.Near;
import dateline.query.search.TextQuery.Not;
import dateline.query.search.TextQuery.Part;
import dateline.query.search.TextQuery.Phrase;
import dateline.query.search.TextQuery.Prefix;
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
        assertThat(parse("/x/ {\"match_all\":{}}")).isEqualTo(all(word("/x/"), new Phrase("match_all")));
        assertThat(parse("+foo foo^2 [a TO b] a\\:b"))
                .isEqualTo(all(word("+foo"), word("foo^2"), word("[a"), word("TO"), word("b]"), word("a\\:b")));
    }

    @Test
    void aStarEndsTheBeginningOfAWord() {
        assertThat(parse("minist* -prem*")).isEqualTo(all(new Prefix("minist"), new Not(new Prefix("prem"))));
        assertThat(parse("мини*")).isEqualTo(new Prefix("мини"));
        assertThat(TextQueryParser.parse("*")).isEmpty();
        assertError("old mi*", 6, "at least 3 letters");
        assertError("old min*ter", 7, "can only end a word");
        assertError("*foo", 0, "can only end a word");
        assertError("aaa* bbb* ccc* ddd* eee* fff*", 28, "more than 5");
    }

    @Test
    void wordsMayStandNearEachOther() {
        assertThat(parse("\"ceasefire talks\"~5")).isEqualTo(new Near("ceasefire talks", 5));
        assertThat(parse("~50 people")).isEqualTo(all(word("~50"), word("people")));
        assertError("\"ceasefire talks\"~", 17, "a number of words up to 50");
        assertError("\"ceasefire talks\"~51", 17, "a number of words up to 50");
        assertError("\"ceasefire talks\"~99999999999", 17, "a number of words up to 50");
        assertError("old ceasefire~2", 13, "only follow a phrase");
    }

    @Test
    void aPartOfTheArticleHoldsWhatFollowsIt() {
        assertThat(parse("title:bridge toll")).isEqualTo(all(new In(Part.TITLE, word("bridge")), word("toll")));
        assertThat(parse("body:\"old bridge\"")).isEqualTo(new In(Part.BODY, new Phrase("old bridge")));
        assertThat(parse("title:(bridg* OR \"a b\"~2)"))
                .isEqualTo(new In(Part.TITLE, any(new Prefix("bridg"), new Near("a b", 2))));
        assertThat(parse("-title:bridge")).isEqualTo(new Not(new In(Part.TITLE, word("bridge"))));
    }

    @Test
    void anAttributeHoldsAValue() {
        assertThat(parse("entity:lukashenko outlet:belta.by"))
                .isEqualTo(all(new Has(Attribute.ENTITY, "lukashenko"), new Has(Attribute.OUTLET, "belta.by")));
        assertThat(parse("speaker:person:ali-bongo")).isEqualTo(new Has(Attribute.SPEAKER, "person:ali-bongo"));
        assertThat(parse("topic:\"labour market\"")).isEqualTo(new Has(Attribute.TOPIC, "labour market"));
        assertThat(parse("-language:EN")).isEqualTo(new Not(new Has(Attribute.LANGUAGE, "en")));
        assertThat(parse("country:(am OR az)"))
                .isEqualTo(any(new Has(Attribute.COUNTRY, "AM"), new Has(Attribute.COUNTRY, "AZ")));
        assertThat(parse("channel:feed")).isEqualTo(new Has(Attribute.CHANNEL, "FEED"));
        assertError("entity:luka*", 11, "means nothing");
        assertError("entity:\"a b\"~3", 12, "means nothing");
        assertError("channel:owl", 8, "no channel like this");
    }

    @Test
    void aTraitIsWrittenLikeAField() {
        assertThat(parse("has:quote -is:revised")).isEqualTo(all(new Is(Trait.QUOTED), new Not(new Is(Trait.REVISED))));
        assertError("has:wings", 4, "has:quote, has:dateline");
    }

    @Test
    void aFieldThatDoesNotExistIsAnError() {
        assertError("old titel:bridge", 4, "there are title, body, entity, topic");
        assertError("old titel:bridge", 4, "put it in quotation marks");
        assertError("title: bridge", 6, "right behind it");
        assertError("(title:)", 7, "right behind it");
        assertError("title:-bridge", 6, "put the - before title:");
        assertError("title:…", 6, "needs a value");
        assertError("title:(entity:ladeira)", 7, "inside another");
    }

    @Test
    void aColonElsewhereIsText() {
        assertThat(parse("10:30")).isEqualTo(word("10:30"));
        assertThat(parse("Breaking: storm")).isEqualTo(all(word("Breaking:"), word("storm")));
        assertThat(parse("https://example.org/a")).isEqualTo(word("https://example.org/a"));
        assertThat(parse("заголовок:мост")).isEqualTo(word("заголовок:мост"));
        assertThat(parse("\"titel:bridge\"")).isEqualTo(new Phrase("titel:bridge"));
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
        assertError("old AND AND bridge", 4, "needs a word after it");
        assertError("old NOT AND bridge", 4, "needs a word after it");
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
        String[] bits = {
            "(", ")", "\"", "-", " ", "OR", "AND", "NOT", "a", "é", "“", "\u0000", "\uD83D", "*", ":", "\\", "~", "~5",
            "title:", "entity:", "has:", "quote", "x:"
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
