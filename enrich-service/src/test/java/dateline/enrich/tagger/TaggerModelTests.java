package dateline.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.token.Tokenizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaggerModelTests {
    private static final int ROW_BITS = 6;

    @Test
    void scoresAreTheSumsOfTheRowsHoweverLargeTheWeightsAre() throws IOException {
        for (int largest : new int[] {100, 1_600, 20_000, 32_000}) {
            int[][] weights = random(largest);
            TaggerModel model = TaggerModel.read(new DataInputStream(new ByteArrayInputStream(written(weights))));
            Features features = features();
            features.count = features.rows.length;
            int[] expected = new int[TaggerModel.WIDTH];
            for (int k = 0; k < features.count; k++) {
                features.rows[k] = k * 37 % weights.length;
                for (int label = 0; label < Labels.COUNT; label++) {
                    expected[label] += weights[features.rows[k]][label];
                }
            }
            int[] scores = new int[TaggerModel.WIDTH];

            model.score(features, scores);

            assertThat(scores).as("weights up to %d", largest).isEqualTo(expected);
        }
    }

    /** Half of the labels always to one side, so that sums grow as far as they can. */
    private static int[][] random(int largest) {
        Random random = new Random(largest);
        int[][] weights = new int[1 << ROW_BITS][Labels.COUNT];
        for (int[] row : weights) {
            for (int label = 0; label < row.length; label++) {
                int weight = random.nextInt(largest / 2, largest + 1);
                row[label] = label % 2 == 0 ? weight : label % 3 == 0 ? -weight : weight - random.nextInt(largest);
            }
        }
        return weights;
    }

    private static byte[] written(int[][] weights) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(ROW_BITS);
            out.writeInt(weights.length);
            for (int[] row : weights) {
                out.writeByte(1);
                out.writeShort((1 << Labels.COUNT) - 1);
                for (int weight : row) {
                    out.writeByte(-128);
                    out.writeShort(weight);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Features features() throws IOException {
        try (DataInputStream lexica = StatisticalTagger.open("/tagger/lexica.bin.gz")) {
            return new Features(new Tokenizer().tokenize("Nobody."), Lexica.read(lexica), ROW_BITS);
        }
    }
}
