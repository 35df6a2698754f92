package dateline.ingest.poll;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dateline.ingest.fetch.RobotsCache;
import dateline.ingest.subscribe.FeedView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the feeds know of a page that no article is known of.
 *
 * @param url the page's canonical address
 * @param id the id its article would have
 * @param summary the nearest thing known, in one sentence
 * @param robots what its site's robots.txt says, as far as this instance has asked
 * @param feeds the feeds of its site, and any other that names it
 */
record PageTrace(String url, String id, String summary, RobotsCache.Verdict robots, List<Feed> feeds) {
    /**
     * What one feed knows.
     *
     * @param state how it stands
     * @param reason why its last poll failed, if it did
     * @param entry what it knows of the page
     */
    record Feed(
            String id,
            String url,
            String title,
            FeedView.State state,
            @Nullable String reason,
            int errors,
            @Nullable Instant lastPoll,
            @Nullable Instant nextDue,
            Entry entry) {}

    /** What a feed knows of a page. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Entry.Waiting.class, name = "waiting"),
        @JsonSubTypes.Type(value = Entry.Taken.class, name = "taken"),
        @JsonSubTypes.Type(value = Entry.Unknown.class, name = "unknown")
    })
    sealed interface Entry {
        /**
         * It named the page, which is still to be fetched.
         *
         * @param attempts how often that failed
         * @param notBefore when it may be tried
         */
        record Waiting(Instant seenAt, int attempts, Instant notBefore) implements Entry {}

        /** It named the page once, and the entry was dealt with. */
        record Taken() implements Entry {}

        /** It did not name it, as far back as it is remembered. */
        record Unknown() implements Entry {}
    }

    /** The most telling sentence there is. */
    static String summary(RobotsCache.Verdict robots, List<Feed> feeds, String site) {
        for (Feed feed : feeds) {
            if (feed.entry() instanceof Entry.Waiting waiting) {
                String failed = waiting.attempts() == 0 ? "" : ", after " + waiting.attempts() + " failures";
                String paused = feed.state() == FeedView.State.PAUSED ? "; the feed is paused" : "";
                return "Named by feed \"" + feed.title() + "\" at " + waiting.seenAt()
                        + "; its page is to be fetched, not before " + waiting.notBefore() + failed + paused;
            }
        }
        for (Feed feed : feeds) {
            if (feed.entry() instanceof Entry.Taken) {
                return "Named by feed \"" + feed.title()
                        + "\" and dealt with: its page states another address, or it has"
                        + " no text, or it was refused as unchanged";
            }
        }
        if (feeds.isEmpty()) {
            return "No feed of " + site + " is subscribed to";
        }
        if (robots == RobotsCache.Verdict.DISALLOWED) {
            return "No feed has named it, and the site's robots.txt disallows its page";
        }
        if (feeds.size() == 1) {
            return standing(feeds.getFirst());
        }
        long well =
                feeds.stream().filter(feed -> feed.state() == FeedView.State.OK).count();
        return "None of the " + feeds.size() + " feeds of " + site
                + " has named it, as far back as they are remembered; " + well + " of them stand well";
    }

    private static String standing(Feed feed) {
        String name = "Feed \"" + feed.title() + "\" of its site ";
        return switch (feed.state()) {
            case PAUSED -> name + "is paused and has not named it";
            case GONE -> name + "is gone (410) and is not polled any more";
            case FAILING ->
                name + "fails since " + feed.errors() + " polls (" + feed.reason() + ") and has not named it";
            case NEW -> name + "was not polled yet";
            case OK ->
                name + "has not named it, as far back as it is remembered; it is polled next at " + feed.nextDue();
        };
    }
}
