package dateline.enrich.knowledge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One spelling of an entity's name. A spelling that several languages share is held once, under the first of them.
 *
 * @param text as written, never blank
 * @param language BCP 47 tag of the language it is written in, or {@code und} for none in particular
 * @param kind how far the spelling alone can be trusted
 * @param usedBy id of the side that uses a contested name
 */
public record EntityName(
        String text, String language, Kind kind, @Nullable String usedBy) {
    public EntityName(String text, String language, Kind kind) {
        this(text, language, kind, null);
    }

    /** The side that uses a contested name, if that is known. */
    public Optional<String> side() {
        return Optional.ofNullable(usedBy);
    }

    /** How far a spelling can be trusted without support from the rest of the article. */
    public enum Kind {
        /** A full name or a full variant of it. */
        NAME,
        /** Letters for words; only in exactly this case. */
        ACRONYM,
        /** A surname or another short form; names the entity only where something else in the article does too. */
        SHORT,
        /** Official once; still found in older articles. */
        FORMER,
        /** Used by one side of a dispute. */
        CONTESTED
    }
}
