package dateline.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.contract.Mention;
import dateline.query.search.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkedTextTests {
    private static Mention mention(int start, int end) {
        return new Mention(Mention.Field.BODY, start, end, "?", EntityType.PLACE, "place:1", 0.9, Mention.By.ALIAS);
    }

    private static List<String> marked(MarkedText text) {
        return text.pieces().stream()
                .filter(piece -> piece.mention() != null || piece.isMatch())
                .map(MarkedText.Piece::text)
                .toList();
    }

    private static String joined(MarkedText text) {
        StringBuilder all = new StringBuilder();
        text.pieces().forEach(piece -> all.append(piece.text()));
        return all.toString();
    }

    @Test
    void mentionsAreCutOutAndTheTextStaysWhole() {
        MarkedText text = MarkedText.ofMentions("From Baku to Lachin", 0, 19, List.of(mention(13, 19), mention(5, 9)));

        assertThat(marked(text)).containsExactly("Baku", "Lachin");
        assertThat(joined(text)).isEqualTo("From Baku to Lachin");
        assertThat(text.pieces().get(1).link()).isEqualTo("/entity?id=place%3A1");
        assertThat(text.pieces().get(1).kind()).isEqualTo("place");
    }

    @Test
    void ofOverlappingMentionsTheFirstAndLongestIsMarked() {
        MarkedText text = MarkedText.ofMentions(
                "New York City Hall", 0, 18, List.of(mention(0, 8), mention(0, 13), mention(4, 18), mention(14, 18)));

        assertThat(marked(text)).containsExactly("New York City", "Hall");
    }

    @Test
    void spansThatCanNotBeAreIgnored() {
        MarkedText text = MarkedText.ofMentions(
                "a\uD83D\uDEA2b",
                0,
                4,
                List.of(mention(-1, 2), mention(2, 3), mention(3, 2), mention(1, 1), mention(0, 99)));

        assertThat(marked(text)).isEmpty();
        assertThat(joined(text)).isEqualTo("a\uD83D\uDEA2b");
    }

    @Test
    void onlyThePartIsShown() {
        MarkedText text = MarkedText.ofMentions("first\n\nsecond", 7, 13, List.of(mention(0, 5), mention(7, 13)));

        assertThat(joined(text)).isEqualTo("second");
        assertThat(marked(text)).containsExactly("second");
    }

    @Test
    void aQuotationIsOneStretchWhateverIsNamedInIt() {
        MarkedText text = MarkedText.ofAll(
                "He said: Baku pays 5 euros. Done",
                0,
                32,
                List.of(mention(9, 13)),
                List.of(new MarkedText.Note(19, 26, "figure", "5 EUR"), new MarkedText.Note(9, 13, "time", "?")),
                List.of(new MarkedText.Saying(9, 26, "Said by him"), new MarkedText.Saying(30, 99, "nowhere")));

        assertThat(joined(text)).isEqualTo("He said: Baku pays 5 euros. Done");
        assertThat(text.pieces().stream().filter(piece -> piece.said() != null).map(MarkedText.Piece::text))
                .containsExactly("Baku", " pays ", "5 euros");
        assertThat(text.pieces().get(3).classes()).isEqualTo("figure said");
        assertThat(text.pieces().get(3).title()).isEqualTo("5 EUR");
        assertThat(text.pieces().get(1).mention()).isNotNull();
    }

    @Test
    void whateverTheSpansTheTextStaysWhole() {
        Random random = new Random(7);
        String source = "Zürich \uD83D\uDEA2 <b>&amp;</b> \u202Eabc";
        for (int i = 0; i < 5_000; i++) {
            List<Snippet.Span> spans = new ArrayList<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                spans.add(new Snippet.Span(random.nextInt(-3, 30), random.nextInt(-3, 30)));
            }

            assertThat(joined(MarkedText.ofMatches(source, spans))).isEqualTo(source);
        }
    }
}
