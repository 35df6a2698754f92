package dateline.contract;

/**
 * One place in an article's text that names an entity.
 *
 * @param field which text
 * @param start first UTF-16 unit of the span
 * @param end the unit after the last
 * @param surface the text between them, as the outlet spelled it
 * @param type what kind of thing it names
 * @param entityId the entity it refers to
 * @param confidence from 0 to 1
 * @param by how it was found
 */
public record Mention(
        Field field, int start, int end, String surface, EntityType type, String entityId, double confidence, By by) {
    /** The text that a span points into. */
    public enum Field {
        TITLE,
        /** See {@link IncomingArticle#body}. */
        BODY
    }

    /** What found a mention. */
    public enum By {
        /** A name of the knowledge base. */
        ALIAS,
        /** The statistical tagger. */
        MODEL,
        /** Another mention in the same article. */
        COREFERENCE
    }
}
