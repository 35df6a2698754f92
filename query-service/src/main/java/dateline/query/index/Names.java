package dateline.query.index;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names in the form they are compared in, and the pairs that the index holds of them. Folding is done here and not by an
 * Elasticsearch normalizer so that a name typed in a URL and a name in an article can never be folded differently.
 */
public final class Names {
    /** Between the two halves of a pair; folding and {@link #labelled} make sure that neither half has one. */
    public static final char SEPARATOR = '\t';

    /** Longest half of a pair, in UTF-16 units. Lucene takes 32 KB; no name needs that. */
    private static final int MAX_LENGTH = 256;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /** A name without case, accents and punctuation, its words separated by one blank. */
    public static String fold(String name) {
        String bounded = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
        String decomposed = Normalizer.normalize(bounded, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll("");
        return NO_LETTERS.matcher(bare).replaceAll(" ").strip();
    }

    /** A folded name with what it names, to find ids by a name. */
    static String alias(String name, String id) {
        return fold(name) + SEPARATOR + id;
    }

    /** An id with its label, so that a facet's values need no second look-up to be shown. */
    static String labelled(String id, String label) {
        String bounded = label.length() > MAX_LENGTH ? label.substring(0, MAX_LENGTH) : label;
        return id + SEPARATOR + bounded.replace(SEPARATOR, ' ');
    }
}
