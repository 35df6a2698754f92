package dateline.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import dateline.contract.EntityType;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transformer in the statistical tagger's place, here one that knows five words. */
class OnnxTaggerTests {
    private static final List<String> VOCABULARY =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "Ada", "Love", "##lace", "in", "Minsk", ".", "word", "U", "S");
    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-MISC");

    @TempDir
    private Path directory;

    @Test
    void aTokensFirstPieceSpeaksForIt() throws Exception {
        assertThat(tag("Ada Lovelace in Minsk.", 64))
                .extracting(TaggedSpan::from, TaggedSpan::to, TaggedSpan::type)
                .containsExactly(tuple(0, 2, EntityType.PERSON), tuple(3, 4, EntityType.PLACE));
    }

    @Test
    void confidenceIsTheProbabilityOfTheLeastSureToken() throws Exception {
        // Scores of 5 against five zeros.
        double probability = Math.exp(5) / (Math.exp(5) + 5);

        assertThat(tag("Minsk", 64))
                .singleElement()
                .satisfies(span -> assertThat(span.confidence()).isCloseTo(probability, offset(1e-4)));
    }

    @Test
    void aTextLongerThanTheWindowIsReadWhole() throws Exception {
        String text = "word Minsk ".repeat(200);

        assertThat(tag(text, 16))
                .extracting(TaggedSpan::from)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).map(i -> 2 * i + 1).boxed().toList());
    }

    @Test
    void whatTheVocabularyLacksIsUnknownAndNoName() throws Exception {
        assertThat(tag("Лукашэнка \uD800 " + "x".repeat(100_000), 64)).isEmpty();
        assertThat(tag("", 64)).isEmpty();
    }

    @Test
    void labelsOfEveryCommonSchemeAreRead() {
        List<String> schemes = List.of("B-PER I-PER O", "B-PER L-PER O", "B-PER E-PER O");
        for (String scheme : schemes) {
            OnnxLabels labels = new OnnxLabels(List.of(scheme.split(" ")));
            assertThat(labels.spans(new int[] {0, 1, 2, 0}, new float[] {1, 1, 1, 1}))
                    .extracting(TaggedSpan::from, TaggedSpan::to)
                    .containsExactly(tuple(0, 2), tuple(3, 4));
        }
        OnnxLabels units = new OnnxLabels(List.of("O", "U-ORG", "S-GPE", "B-MISC"));
        assertThat(units.spans(new int[] {1, 1, 2, 3}, new float[] {1, 1, 1, 1}))
                .extracting(TaggedSpan::type)
                .containsExactly(EntityType.ORGANISATION, EntityType.ORGANISATION, EntityType.PLACE);
        assertThatThrownBy(() -> new OnnxLabels(List.of("X-PER"))).hasMessageContaining("X-PER");
    }

    @Test
    void aWordIsCutIntoTheLongestPiecesAndAtItsMarks() {
        WordPieces pieces = new WordPieces(VOCABULARY, false);

        assertThat(cut(pieces, "Lovelace")).containsExactly(5, 6);
        assertThat(cut(pieces, "U.S.")).containsExactly(11, 9, 12, 9);
        assertThat(cut(pieces, "Lovely")).containsExactly(1);
        assertThat(cut(new WordPieces(List.of("[UNK]", "[CLS]", "[SEP]", "zelenskyy"), true), "Zelenskýy"))
                .containsExactly(3);
    }

    @Test
    void aModelThatGivesMoreScoresThanThereAreLabelsIsRefused() throws Exception {
        OnnxProperties wrong = properties(64, List.of("O", "B-PER"));
        try (OnnxTagger tagger = OnnxTagger.load(wrong)) {
            Tokens tokens = new Tokenizer().tokenize("Minsk");
            assertThatThrownBy(() -> tagger.tag(tokens)).hasMessageContaining("onnx.labels names 2");
        }
    }

    @Test
    void aModelWithoutItsVocabularyIsRefused() {
        OnnxProperties wrong = new OnnxProperties(Path.of("model.onnx"), null, LABELS, false, 64, List.of("en"), 1);

        assertThatThrownBy(() -> OnnxTagger.load(wrong)).hasMessageContaining("vocab.txt");
    }

    private static List<Integer> cut(WordPieces pieces, String word) {
        List<Integer> found = new ArrayList<>();
        pieces.cut(word, found::add);
        return found;
    }

    private List<TaggedSpan> tag(String text, int window) throws Exception {
        try (OnnxTagger tagger = OnnxTagger.load(properties(window, LABELS))) {
            return tagger.tag(new Tokenizer().tokenize(text));
        }
    }

    private OnnxProperties properties(int window, List<String> labels) throws IOException {
        float[][] table = new float[VOCABULARY.size()][LABELS.size()];
        for (int i = 0; i < table.length; i++) {
            int label = switch (VOCABULARY.get(i)) {
                case "Ada" -> 1;
                case "Love" -> 2;
                case "Minsk" -> 3;
                default -> 0;
            };
            table[i][label] = 5;
        }
        Path model = Files.write(directory.resolve("model.onnx"), OnnxGraph.lookUp(table));
        Path vocabulary = Files.write(directory.resolve("vocab.txt"), VOCABULARY);
        return new OnnxProperties(model, vocabulary, labels, false, window, List.of("en"), 1);
    }
}
