package dateline.query;

import dateline.contract.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Signatures for tests, as bodies would have that share what is said here. */
public final class SamplePrint {
    private static final int VALUES = 128;

    private SamplePrint() {}

    /** The signature of a body of 300 shingles that no other seed's body shares. */
    public static Signature of(int seed) {
        return new Signature(new Random(seed).ints(VALUES).boxed().toList(), 300);
    }

    /** The signature of a body that is as similar to a seed's as this, from 0 to 1, and for the rest its own. */
    public static Signature like(int seed, double similarity, int own) {
        List<Integer> values = new ArrayList<>(of(seed).minhash());
        Random random = new Random(own);
        for (int i = (int) Math.round(similarity * VALUES); i < VALUES; i++) {
            values.set(i, random.nextInt());
        }
        return new Signature(values, 300);
    }
}
