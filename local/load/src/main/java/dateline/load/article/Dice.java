package dateline.load.article;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same key, so that any article can be made without those before it. */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    private Dice(long key) {
        this.random = new SplittableRandom(key);
    }

    static Dice of(long seed, long purpose, long number) {
        return new Dice(mix(mix(seed + purpose * GOLDEN_GAMMA) + number * GOLDEN_GAMMA));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to 1, which is excluded. */
    double share() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int from(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** How often a thing with this probability happens in a row, at most so often. */
    int runs(double probability, int most) {
        int runs = 0;
        while (runs < most && chance(probability)) {
            runs++;
        }
        return runs;
    }

    double gaussian() {
        return random.nextGaussian();
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
