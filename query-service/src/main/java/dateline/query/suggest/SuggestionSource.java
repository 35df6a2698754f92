package dateline.query.suggest;

import java.util.List;
import java.util.Set;

/** Knows things by name. A bean of this type takes part in {@code GET /api/suggest}. */
public interface SuggestionSource {
    /** The kinds it knows. */
    Set<String> kinds();

    /**
     * What has a name in which each word of the text begins a word. Has to be quick: it is asked at every key.
     *
     * @param text what was typed
     * @param kinds which kinds are wanted
     * @param size how many, at most
     * @return the best first
     */
    List<Suggestion> suggest(String text, Set<String> kinds, int size);
}
