package dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about where it should be polled.
 *
 * @param self its own address, absolute
 * @param hubs WebSub hubs that push its updates, absolute
 * @param next the page with older entries (RFC 5005), absolute
 * @param movedTo the address the feed says it has moved to, absolute
 */
public record FeedLinks(
        @Nullable String self,
        List<String> hubs,
        @Nullable String next,
        @Nullable String movedTo) {
    /** A feed that says nothing about it. */
    public static final FeedLinks UNSTATED = new FeedLinks(null, List.of(), null, null);

    public FeedLinks {
        hubs = List.copyOf(hubs);
    }
}
