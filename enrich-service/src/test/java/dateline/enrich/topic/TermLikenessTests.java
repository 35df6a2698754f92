package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TermLikenessTests {
    private static final String STRIKE = "medtop:20000530";
    private static final String FLOOD = "medtop:20000154";
    private final TermLikeness terms = TermLikeness.load();
    private final TextTopics classifier = TextTopics.load();

    private TermLikeness.Reading read(String body) {
        return terms.read(classifier.counted(TopicWords.of(""), TopicWords.of(body)));
    }

    @Test
    void aTextIsNearTheTermThatItsWordsAreUsedLike() {
        TermLikeness.Reading walkout = read("The stewards downed tools; management and the picket line stood firm.");
        TermLikeness.Reading water = read("The river burst its banks and swept away bridges, roads and cattle.");

        assertThat(walkout.of(STRIKE)).isGreaterThan(water.of(STRIKE));
        assertThat(water.of(FLOOD)).isGreaterThan(walkout.of(FLOOD));
    }

    @Test
    void aTermIsNeverAheadOfTheBestOfItsTopTerm() {
        TermLikeness.Reading water = read("The river burst its banks and swept away bridges, roads and cattle.");

        assertThat(water.behindBest(FLOOD)).isLessThanOrEqualTo(0);
        assertThat(water.behindBest("medtop:20000142")).isNegative();
    }

    @Test
    void ofATermWithoutWordsNothingIsKnown() {
        assertThat(read("The river burst its banks.").of("medtop:11000000")).isZero();
        assertThat(read("The river burst its banks.").behindBest("medtop:11000000"))
                .isZero();
    }

    @Test
    void whatIsWrittenIsWhatWasTrained() throws IOException {
        TermLikeness two = new TermLikeness(
                new byte[] {100, 0, 0, 100},
                new float[] {0, 0},
                List.of(new TermLikeness.Term("a", "top", new float[] {1, 0}, 0, 1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        two.write(out);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes())
                .endsWith(100, 0, 0, 100);
        assertThat(two.read(Map.of(0, 1.0)).of("a")).isGreaterThan(0.99);
        assertThat(two.read(Map.of(1, 1.0)).of("a")).isZero();
    }
}
