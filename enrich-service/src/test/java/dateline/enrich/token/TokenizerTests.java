package dateline.enrich.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TokenizerTests {
    private final Tokenizer tokenizer = new Tokenizer();

    @Test
    void possessivesAndHyphensAreTokensOfTheirOwn() {
        assertThat(words("Kishida's US-led talks don't end."))
                .containsExactly("Kishida", "'s", "US", "-", "led", "talks", "do", "n't", "end", ".");
    }

    @Test
    void namesKeepTheirApostrophes() {
        assertThat(words("O'Brien in Sana'a, N'Djamena")).containsExactly("O'Brien", "in", "Sana'a", ",", "N'Djamena");
    }

    @Test
    void frenchElisionAndTurkishEndingsAreSplitOff() {
        assertThat(words("l'Iran d'Emmanuel")).containsExactly("l'", "Iran", "d'", "Emmanuel");
        assertThat(words("Erdoğan'ın Türkiye'de")).containsExactly("Erdoğan", "'ın", "Türkiye", "'de");
    }

    @Test
    void dottedInitialsStayWhole() {
        assertThat(words("The U.S. and J.K. Rowling")).containsExactly("The", "U.S.", "and", "J.K.", "Rowling");
    }

    @Test
    void aFullStopAfterATitleEndsNoSentence() {
        Tokens tokens = tokenizer.tokenize("Mr. Palmer spoke. He left.\n\nA new paragraph");
        assertThat(tokens.sentenceCount()).isEqualTo(3);
    }

    @Test
    void invisibleCharactersWithinAWordBelongToIt() {
        assertThat(words("Luka\u200Bshenka \u202BМинск\u202C")).containsExactly("Luka\u200Bshenka", "Минск");
        assertThat(Folding.fold("Luka\u200Bshénka")).isEqualTo("lukashenka");
    }

    @Test
    void scriptsWithoutSpacesHaveATokenPerCharacter() {
        assertThat(words("习近平在北京")).containsExactly("习", "近", "平", "在", "北", "京");
    }

    @Test
    void addressesAreOneToken() {
        assertThat(words("see https://example.org/Minsk, or mail a.b@example.org."))
                .contains("https://example.org/Minsk", ",");
    }

    @Test
    void anyCharactersAtAllGiveOrderedTokensThatFitTheText() {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 0x10000; c += 3) {
            text.append((char) c).append(c % 7 == 0 ? " " : "");
        }
        text.append('\uD800').append("a").append('\uDC00');
        Tokens tokens = tokenizer.tokenize(text.toString());
        int before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.start(i)).isGreaterThanOrEqualTo(before);
            assertThat(tokens.end(i)).isGreaterThan(tokens.start(i)).isLessThanOrEqualTo(text.length());
            before = tokens.end(i);
        }
    }

    @Test
    void aMegabyteInOneTokenTakesLinearTime() {
        List<String> hostile = List.of(
                "a".repeat(1 << 20),
                "a'".repeat(1 << 19),
                "A.".repeat(1 << 19),
                ".".repeat(1 << 20),
                "\u200B".repeat(1 << 20),
                "\u0301".repeat(1 << 20),
                "\uD800".repeat(1 << 20),
                "www.".repeat(1 << 18),
                "1,".repeat(1 << 19),
                "\n".repeat(1 << 20),
                "a\u200B".repeat(1 << 19));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> hostile.forEach(
                        text -> assertThat(tokenizer.tokenize(text).text()).isSameAs(text)));
    }

    private List<String> words(String text) {
        Tokens tokens = tokenizer.tokenize(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.surface(i));
        }
        return words;
    }
}
