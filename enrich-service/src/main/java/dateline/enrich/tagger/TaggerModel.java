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

    /**
     * Adds up the rows of a token's features. This is the innermost loop of the whole enrichment; written out, its sums
     * stay in registers, which takes half the time.
     */
    void score(Features features, int[] scores) {
        short[] all = weights;
        int[] rows = features.rows;
        int s0 = 0;
        int s1 = 0;
        int s2 = 0;
        int s3 = 0;
        int s4 = 0;
        int s5 = 0;
        int s6 = 0;
        int s7 = 0;
        int s8 = 0;
        int s9 = 0;
        int s10 = 0;
        int s11 = 0;
        int s12 = 0;
        for (int k = 0; k < features.count; k++) {
            int at = rows[k] * WIDTH;
            s0 += all[at];
            s1 += all[at + 1];
            s2 += all[at + 2];
            s3 += all[at + 3];
            s4 += all[at + 4];
            s5 += all[at + 5];
            s6 += all[at + 6];
            s7 += all[at + 7];
            s8 += all[at + 8];
            s9 += all[at + 9];
            s10 += all[at + 10];
            s11 += all[at + 11];
            s12 += all[at + 12];
        }
        scores[0] = s0;
        scores[1] = s1;
        scores[2] = s2;
        scores[3] = s3;
        scores[4] = s4;
        scores[5] = s5;
        scores[6] = s6;
        scores[7] = s7;
        scores[8] = s8;
        scores[9] = s9;
        scores[10] = s10;
        scores[11] = s11;
        scores[12] = s12;
    }
}
