package dateline.contract;

/**
 * Something that stood on the page and is not part of the article. It is kept apart so that a reader can ask why it was
 * left out; it is never searched or tagged.
 *
 * @param reason what it was taken for
 * @param text its plain text
 */
public record Furniture(Reason reason, String text) {
    /** What a piece of furniture was taken for. */
    public enum Reason {
        NAVIGATION,
        RELATED_ARTICLES,
        READ_MORE,
        APPEAL,
        SHARE_BAR,
        COMMENTS,
        COOKIE_NOTICE,
        PICTURE_CREDIT,
        ADVERTISEMENT,
        /** The same text stands on other pages of the outlet. */
        REPEATED,
        OTHER
    }
}
