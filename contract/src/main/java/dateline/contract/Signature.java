package dateline.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * A short print of a body by which near-duplicates are found: two bodies that share most of their word sequences share
 * most of these values. It is a MinHash signature (Broder, "On the resemblance and containment of documents", 1997).
 *
 * <p>To find candidates in an index without comparing everything with everything, index {@link #bandKeys} as exact terms
 * and look for articles that share at least one: with bands of 4 rows a pair of similarity s shares one with probability
 * {@code 1 - (1 - s^4)^(n/4)}, which for 128 values is 0.87 at s = 0.5 and above 0.999 at 0.7. Then compare with {@link
 * #similarity}.
 *
 * @param minhash smallest hash of the body's shingles under each of a fixed family of hash functions; empty if the body
 *     is too short for one
 * @param shingles how many different shingles the body has
 */
public record Signature(List<Integer> minhash, int shingles) {
    public Signature {
        minhash = Lists.orEmpty(minhash);
    }

    /**
     * Estimates the share of all shingles of both bodies that are in both (Jaccard), from 0 to 1, with a standard error of
     * at most 0.045 for 128 values. 0 if either has no values.
     *
     * @throws IllegalArgumentException if the two have different numbers of values and so are of different families
     */
    public double similarity(Signature other) {
        if (minhash.isEmpty() || other.minhash.isEmpty()) {
            return 0;
        }
        if (minhash.size() != other.minhash.size()) {
            throw new IllegalArgumentException(
                    "signatures of " + minhash.size() + " and " + other.minhash.size() + " values do not compare");
        }
        int same = 0;
        for (int i = 0; i < minhash.size(); i++) {
            same += minhash.get(i).equals(other.minhash.get(i)) ? 1 : 0;
        }
        return (double) same / minhash.size();
    }

    /**
     * Estimates which share of the shorter body's shingles is in the longer one, from 0 to 1: near 1 for a reprint that was
     * cut, however much was cut.
     *
     * @throws IllegalArgumentException as for {@link #similarity}
     */
    public double containment(Signature other) {
        return containment(similarity(other), shingles, other.shingles);
    }

    /**
     * The same of two bodies whose similarity is known.
     *
     * @param similarity as {@link #similarity} gives it
     * @param one how many different shingles one of them has
     * @param another how many the other one has
     */
    public static double containment(double similarity, int one, int another) {
        return portion(similarity, Math.min(one, another), Math.max(one, another));
    }

    /**
     * Estimates which share of this body's shingles is in the other one, from 0 to 1: near 1 if this is a part of the
     * other, small if the other is a part of this.
     *
     * @throws IllegalArgumentException as for {@link #similarity}
     */
    public double portionIn(Signature other) {
        return portion(similarity(other), shingles, other.shingles);
    }

    private static double portion(double similarity, int of, int in) {
        if (of == 0) {
            return 0;
        }
        // |A ∩ B| = J (|A| + |B|) / (1 + J)
        double shared = similarity * ((double) of + in) / (1 + similarity);
        return Math.min(1, shared / of);
    }

    /**
     * Keys for an index, of which near-duplicates share at least one with high probability.
     *
     * @param rows how many values go into a key: more make fewer pairs share one
     * @throws IllegalArgumentException if rows is not positive
     */
    public List<String> bandKeys(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be positive, not " + rows);
        }
        List<String> keys = new ArrayList<>();
        for (int from = 0; from + rows <= minhash.size(); from += rows) {
            keys.add(from / rows + ":"
                    + Integer.toHexString(minhash.subList(from, from + rows).hashCode()));
        }
        return keys;
    }
}
