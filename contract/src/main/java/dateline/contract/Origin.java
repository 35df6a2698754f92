package dateline.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an article came to Dateline.
 *
 * @param channel by which door
 * @param requestedUrl the URL as it was asked for or submitted, before redirects and canonicalization
 * @param feedId the feed that named it, for {@link Channel#FEED}
 * @param entryId the entry's own id in that feed, if it had one
 * @param httpStatus status of the page's fetch, if a page was fetched
 * @param seenAt when ingest saw it
 * @param notes what was unusual, in words, such as "page not fetched: disallowed by robots.txt"
 */
public record Origin(
        Channel channel,
        String requestedUrl,
        @Nullable String feedId,
        @Nullable String entryId,
        @Nullable Integer httpStatus,
        Instant seenAt,
        List<String> notes) {
    /** The door an article came in by. */
    public enum Channel {
        FEED,
        SUBMITTED
    }

    public Origin {
        notes = Lists.orEmpty(notes);
    }
}
