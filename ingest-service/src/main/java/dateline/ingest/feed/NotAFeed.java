package dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that holds no feed.
 *
 * @param looksLike what it was taken for
 * @param title the title of the page, if it has one
 * @param problems see {@link FeedDocument#problems}; the first says what the document looks like
 */
public record NotAFeed(LooksLike looksLike, @Nullable String title, List<String> problems) implements FeedDocument {
    public NotAFeed {
        problems = List.copyOf(problems);
    }

    /** What a document that is no feed was taken for. */
    public enum LooksLike {
        EMPTY,
        /** An ordinary web page, such as the site's home page or an error page. */
        HTML_PAGE,
        /** The page of a domain that is for sale or parked. */
        PARKED_DOMAIN,
        /** A page that asks visitors to prove that they are human. Dateline names such a wall and never evades it. */
        BOT_WALL,
        /** A page that asks for a name and password. */
        LOGIN,
        /** A list of feeds. */
        OPML,
        JSON,
        XML,
        PLAIN_TEXT,
        BINARY
    }
}
