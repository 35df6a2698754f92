package dateline.contract;

import java.time.Instant;

/**
 * A date an article bears, with how exactly it was given and where it was found, so that "on 21 April" is never
 * mistaken for midnight.
 *
 * @param at the instant; where the precision is coarser than that, the start of the period, in UTC unless the source
 *     said its zone
 * @param precision how exactly the source gave it
 * @param source where it was found
 */
public record ArticleDate(Instant at, Precision precision, Source source) {
    /** The smallest unit that the source stated. */
    public enum Precision {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        MONTH,
        YEAR
    }

    /** Where a date was found, the most trusted first. */
    public enum Source {
        /** Given by the system that submitted the article. */
        SUBMITTED,
        /** The page's JSON-LD. */
        JSON_LD,
        /** A meta element of the page. */
        META,
        /** A {@code time} element of the page. */
        TIME_ELEMENT,
        /** A line of the visible text, such as "Posted: 21.05.2024 09:05". */
        TEXT,
        /** The wire dateline that opens the story. */
        DATELINE,
        /** The article's URL. */
        URL,
        /** The feed's entry. */
        FEED,
        /** Nothing stated one: when Dateline first saw the article. */
        FIRST_SEEN
    }
}
