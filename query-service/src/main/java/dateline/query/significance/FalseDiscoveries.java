package dateline.query.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Keeps chance finds rare where many things are looked at. Source: Y. Benjamini, Y. Hochberg, "Controlling the False
 * Discovery Rate", Journal of the Royal Statistical Society B 57(1), 1995.
 */
public final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /**
     * For each chance the least rate of false discoveries at which it would be among the finds.
     *
     * @param chances p-values, from 0 to 1: those of all that was looked at, or the smallest of them
     * @param tested how many were looked at in all
     * @return their adjusted values ("q"), in the same order, from 0 to 1
     */
    public static double[] rates(double[] chances, long tested) {
        Integer[] order = IntStream.range(0, chances.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> chances[i]).reversed());
        double[] rates = new double[chances.length];
        double least = 1;
        for (int i = 0; i < order.length; i++) {
            int rank = chances.length - i;
            least = Math.min(least, chances[order[i]] * tested / rank);
            rates[order[i]] = least;
        }
        return rates;
    }
}
