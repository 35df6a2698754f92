package dateline.contract;

import org.jspecify.annotations.Nullable;

/**
 * One stretch of quotation in the body, without its quotation marks. A quotation that its attribution splits, or that
 * goes on in the next paragraph, is several of these, the later ones marked as continuing.
 *
 * @param start first UTF-16 unit of the span in the body, see {@link IncomingArticle#body}
 * @param end the unit after the last
 * @param text the words between them
 * @param kind whose words these are
 * @param continues whether it goes on from the quotation before it
 * @param speaker the words that name the speaker beside the quotation, such as "he" or "Kébé"; null if nothing does
 * @param speakerId the entity that speaks; null if it is nobody with a name
 * @param verb the verb of saying as it stands, such as "told" or "according to"; null if there is none
 * @param language BCP 47 tag of the quotation itself
 * @param confidence from 0 to 1, that the speaker is right
 */
public record Quote(
        int start,
        int end,
        String text,
        Kind kind,
        boolean continues,
        @Nullable String speaker,
        @Nullable String speakerId,
        @Nullable String verb,
        @Nullable String language,
        double confidence) {
    /** Whose words a quotation holds. */
    public enum Kind {
        /** The speaker's own, between quotation marks. */
        DIRECT,
        /** The reporter's, saying what the speaker said. */
        INDIRECT
    }
}
