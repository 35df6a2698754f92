package dateline.contract;

/**
 * The language an article is written in.
 *
 * @param tag BCP 47 language tag such as {@code en}; {@code und} if nothing could tell
 * @param confidence from 0 to 1
 * @param source what decided
 */
public record ArticleLanguage(String tag, double confidence, Source source) {
    /** What decided the language. */
    public enum Source {
        /** The body's own words. */
        BODY,
        /** What page, feed or submitter declared, the body being too short to tell. */
        DECLARED,
        /** Nothing. */
        UNKNOWN
    }
}
