package dateline.query.wording;

import java.util.List;

/**
 * Which outlet uses which word. Forms that a language's analyzer takes for the same are the same.
 *
 * @param articles how many articles use any of the words
 * @param words the words, in the order they were given
 * @param totals for each word, how many articles use it
 * @param outlets the outlets, those that use any of them in the most articles first
 */
public record Wording(long articles, List<String> words, long[] totals, List<OutletWords> outlets) {
    public Wording {
        words = List.copyOf(words);
        outlets = List.copyOf(outlets);
    }

    /**
     * An outlet.
     *
     * @param id its id
     * @param label its name
     * @param articles how many of its articles use any of the words
     * @param counts for each word, how many of its articles use it; an article may use several
     */
    public record OutletWords(String id, String label, long articles, long[] counts) {}
}
