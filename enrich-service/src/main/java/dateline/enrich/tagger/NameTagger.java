package dateline.enrich.tagger;

import dateline.enrich.token.Tokens;
import java.util.List;

/** Finds names in a text, known or not. Implementations are thread-safe. */
public interface NameTagger {
    /**
     * Whether it was made for that language.
     *
     * @param language primary subtag, lower case: {@code en}
     */
    boolean reads(String language);

    /** Waits until its model is loaded, where that is done beside the start. */
    default void awaitLoaded() {}

    /** The names in a text, in order; they do not overlap. */
    List<TaggedSpan> tag(Tokens tokens);
}
