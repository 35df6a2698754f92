package dateline.load.article;

import java.util.Arrays;

/** Ranks from 0, each drawn in proportion to {@code 1 / (rank + 1) ^ exponent}. */
final class Zipf {
    private final double[] upTo;

    Zipf(int ranks, double exponent) {
        upTo = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += Math.pow(rank + 1.0, -exponent);
            upTo[rank] = sum;
        }
        for (int rank = 0; rank < ranks; rank++) {
            upTo[rank] /= sum;
        }
    }

    int draw(Dice dice) {
        int found = Arrays.binarySearch(upTo, dice.share());
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }
}
