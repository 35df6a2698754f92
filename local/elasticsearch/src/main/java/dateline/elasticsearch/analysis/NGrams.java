package dateline.elasticsearch.analysis;

import org.elasticsearch.index.IndexSettings;

/** The limit that the index puts on how many n-gram lengths a filter or tokenizer may make. */
final class NGrams {
    private NGrams() {}

    static void checkDifference(IndexSettings index, int min, int max) {
        if (max - min > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException("max_gram - min_gram is " + (max - min)
                    + ", above the index's [index.max_ngram_diff] of " + index.getMaxNgramDiff());
        }
    }
}
