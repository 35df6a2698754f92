package dateline.contract;

import java.util.List;

/**
 * A short print of a body by which near-duplicates are found: two bodies that share most of their word sequences share
 * most of these values.
 *
 * @param minhash smallest hash of the body's shingles under each of a fixed family of hash functions; empty if the body
 *     is too short for one
 * @param shingles how many different shingles the body has
 */
public record Signature(List<Integer> minhash, int shingles) {
    public Signature {
        minhash = Lists.orEmpty(minhash);
    }
}
