package dateline.enrich.tagger;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weights of the tagger: a row per hashed feature, a column per label. Four weights share a {@code long}, so that one
 * addition adds four: a sum of integers {@code w0 + w1 * 2^16 + ...} is that of its parts, as long as each part's sum fits
 * 16 bits.
 */
final class TaggerModel {
    static final int WIDTH = 16;
    /** Weights are stored as multiples of one 32nd. */
    static final float STEP = 32;

    private static final int LANES = 4;
    private static final int LONGS = WIDTH / LANES;

    final int rowBits;
    private final long[] weights;
    /** So many rows can be added before a sum may leave its 16 bits. */
    private final int atOnce;

    private TaggerModel(int rowBits, long[] weights, int largest) {
        this.rowBits = rowBits;
        this.weights = weights;
        this.atOnce = Short.MAX_VALUE / Math.max(1, largest);
    }

    /** Rows that are not all zero: the distance from the one before, a bit set of its labels, a byte or two each. */
    static TaggerModel read(DataInputStream in) throws IOException {
        int rowBits = in.readUnsignedByte();
        long[] weights = new long[(1 << rowBits) * LONGS];
        int largest = 0;
        int rows = in.readInt();
        int row = -1;
        for (int i = 0; i < rows; i++) {
            int distance = in.readUnsignedByte();
            while (distance == 255) {
                row += 255;
                distance = in.readUnsignedByte();
            }
            row += distance;
            int labels = in.readUnsignedShort();
            for (int label = 0; label < Labels.COUNT; label++) {
                if ((labels >> label & 1) != 0) {
                    int value = in.readByte();
                    int weight = value == -128 ? in.readShort() : value;
                    weights[row * LONGS + label / LANES] += (long) weight << label % LANES * Short.SIZE;
                    largest = Math.max(largest, Math.abs(weight));
                }
            }
        }
        return new TaggerModel(rowBits, weights, largest);
    }

    /**
     * Adds up the rows of a token's features.
     *
     * @param scores where the sums go, {@value #WIDTH} of them
     */
    void score(Features features, int[] scores) {
        Arrays.fill(scores, 0);
        for (int from = 0; from < features.count; from += atOnce) {
            int end = Math.min(features.count, from + atOnce);
            long first = 0;
            long second = 0;
            long third = 0;
            long fourth = 0;
            for (int k = from; k < end; k++) {
                int at = features.rows[k] * LONGS;
                first += weights[at];
                second += weights[at + 1];
                third += weights[at + 2];
                fourth += weights[at + 3];
            }
            unpack(first, scores, 0);
            unpack(second, scores, LANES);
            unpack(third, scores, 2 * LANES);
            unpack(fourth, scores, 3 * LANES);
        }
    }

    private static void unpack(long sums, int[] scores, int at) {
        long rest = sums;
        for (int lane = 0; lane < LANES; lane++) {
            short sum = (short) rest;
            scores[at + lane] += sum;
            rest = (rest - sum) >> Short.SIZE;
        }
    }
}
