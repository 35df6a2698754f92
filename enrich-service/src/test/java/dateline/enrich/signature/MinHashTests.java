package dateline.enrich.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dateline.contract.Signature;
import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinHashTests {
    private static final String STORY = """
            The harbour of Port Lavoa opened again after four days. Ships with food and water came in during the night, \
            and the first of them were unloaded by volunteers before sunrise. The harbour master said that two cranes were \
            still out of order and that a third would be mended by Friday. Shops in the town sold out of candles and \
            bread; schools stay closed until the power is back. Nobody was hurt when a roof fell into the fish market.""";

    private final MinHash minHash = new MinHash();

    @Test
    void theValuesAreTheSameForEver() {
        Signature signature = minHash.of("Three ships left the old harbour at noon.");

        assertThat(signature.shingles()).isEqualTo(6);
        assertThat(signature.minhash()).hasSize(128).startsWith(GOLDEN);
        assertThat(minHash.of("船が古い港を正午に出た").minhash()).startsWith(GOLDEN_JAPANESE);
    }

    private static final Integer[] GOLDEN = {53911495, 971963389, 355086706, 332356031, 805492450, 1912255216};
    private static final Integer[] GOLDEN_JAPANESE = {308667625, 46389707, 84617663, 1244427999};

    @Test
    void casePunctuationAndLayoutDoNotCount() {
        assertThat(minHash.of("THREE ships “left” the\n\nold harbour — at noon"))
                .isEqualTo(minHash.of("Three ships left the old harbour at noon."));
    }

    @Test
    void aReprintWithANewParagraphStaysSimilar() {
        Signature reprint = minHash.of(STORY + " Our reporter adds that the sun is out.");

        assertThat(minHash.of(STORY).similarity(reprint)).isGreaterThan(0.8);
        assertThat(minHash.of(STORY).bandKeys(4)).containsAnyElementsOf(reprint.bandKeys(4));
    }

    @Test
    void aReprintCutToHalfIsContained() {
        Signature half = minHash.of(STORY.substring(0, STORY.length() / 2));

        assertThat(minHash.of(STORY).similarity(half)).isLessThan(0.65);
        assertThat(minHash.of(STORY).containment(half)).isGreaterThan(0.85);
        assertThat(half.portionIn(minHash.of(STORY))).isGreaterThan(0.85);
        assertThat(minHash.of(STORY).portionIn(half)).isBetween(0.35, 0.65);
    }

    @Test
    void theEstimateIsNearTheTruth() {
        String one = words(0, 300);
        String two = words(100, 400);
        Set<Long> a = shingles(one);
        Set<Long> b = shingles(two);
        Set<Long> both = new HashSet<>(a);
        both.retainAll(b);
        Set<Long> any = new HashSet<>(a);
        any.addAll(b);

        assertThat(minHash.of(one).similarity(minHash.of(two)))
                .isCloseTo((double) both.size() / any.size(), within(0.14));
    }

    @Test
    void otherStoriesAreNotSimilar() {
        Signature other =
                minHash.of("A parliament far away voted on a law about forests, and nobody was surprised by it.");

        assertThat(minHash.of(STORY).similarity(other)).isLessThan(0.05);
    }

    @Test
    void scriptsWithoutSpacesHaveShinglesToo() {
        Signature thai = minHash.of("เรือสามลำออกจากท่าเรือเก่าในตอนเที่ยง");
        Signature changed = minHash.of("เรือสามลำออกจากท่าเรือเก่าในตอนเย็น");

        assertThat(thai.shingles()).isGreaterThan(20);
        assertThat(thai.similarity(changed)).isGreaterThan(0.5);
    }

    @Test
    void aTextTooShortForAShingleHasNoValues() {
        assertThat(minHash.of("Two words")).isEqualTo(new Signature(List.of(), 0));
        assertThat(minHash.of("").similarity(minHash.of(STORY))).isZero();
    }

    @Test
    void hostileTextTakesLinearTime() {
        for (String piece : List.of("1", ",", "a b ", "ก", "é")) {
            ProcessorTime.within(
                    Duration.ofSeconds(30), () -> minHash.of(piece.repeat(1_000_000 / piece.length())), piece);
        }
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }

    private static Set<Long> shingles(String text) {
        return Arrays.stream(Shingles.of(text)).boxed().collect(Collectors.toSet());
    }
}
