package dateline.enrich.tagger;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * Weights of the tagger: a row per hashed feature, a column per label. Rows are 16 wide, so that one lies within a
 * cache line.
 */
final class TaggerModel {
    static final int WIDTH = 16;
    /** Weights are stored as multiples of one 32nd. */
    static final float STEP = 32;

    final int rowBits;
    final short[] weights;

    TaggerModel(int rowBits, short[] weights) {
        this.rowBits = rowBits;
        this.weights = weights;
    }

    /** Rows that are not all zero: the distance from the one before, a bit set of its labels, a byte or two each. */
    static TaggerModel read(DataInputStream in) throws IOException {
        int rowBits = in.readUnsignedByte();
        short[] weights = new short[(1 << rowBits) * WIDTH];
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
                    weights[row * WIDTH + label] = (short) (value == -128 ? in.readShort() : value);
                }
            }
        }
        return new TaggerModel(rowBits, weights);
    }

    /** Adds up the rows of a token's features. */
    void score(Features features, int[] scores) {
        for (int label = 0; label < Labels.COUNT; label++) {
            scores[label] = 0;
        }
        for (int k = 0; k < features.count; k++) {
            int at = features.rows[k] * WIDTH;
            for (int label = 0; label < Labels.COUNT; label++) {
                scores[label] += weights[at + label];
            }
        }
    }
}
