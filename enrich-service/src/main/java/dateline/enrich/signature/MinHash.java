package dateline.enrich.signature;

import dateline.contract.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MinHash (Broder 1997) with 128 functions {@code h_i(x) = high 32 bits of a_i x + b_i mod 2^64}, a_i odd: multiply-shift
 * hashing (Dietzfelbinger and others, 1997) of shingles that are well mixed already. The coefficients are the outputs of
 * SplitMix64 from seed 0, a and b in turn. A text is read up to {@value #LONGEST} characters.
 */
public final class MinHash {
    static final int SIZE = 128;
    private static final int LONGEST = 200_000;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long[] factors = new long[SIZE];
    private final long[] summands = new long[SIZE];

    /** Works out the coefficients; keep it and use it for every text. */
    public MinHash() {
        long state = 0;
        for (int i = 0; i < SIZE; i++) {
            state += GOLDEN_GAMMA;
            factors[i] = Shingles.mix(state) | 1;
            state += GOLDEN_GAMMA;
            summands[i] = Shingles.mix(state);
        }
    }

    /** The print of a text; without values if it is shorter than a shingle. Thread-safe. */
    public Signature of(String text) {
        long[] shingles = Shingles.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (shingles.length == 0) {
            return new Signature(List.of(), 0);
        }
        // Compared as unsigned 64-bit numbers; of the smallest, the high half is kept.
        long[] smallest = new long[SIZE];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (long shingle : shingles) {
            for (int i = 0; i < SIZE; i++) {
                long hash = (shingle * factors[i] + summands[i]) ^ Long.MIN_VALUE;
                smallest[i] = Math.min(smallest[i], hash);
            }
        }
        List<Integer> values = new ArrayList<>(SIZE);
        for (long value : smallest) {
            values.add((int) ((value ^ Long.MIN_VALUE) >>> 32));
        }
        return new Signature(values, shingles.length);
    }
}
