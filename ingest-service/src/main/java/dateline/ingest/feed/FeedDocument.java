package dateline.ingest.feed;

import java.util.List;

/** What a feed's URL answered with, once it has been read. */
public sealed interface FeedDocument permits Feed, SitemapIndex, NotAFeed {
    /** What was wrong with the document, in plain words, the first first; empty for a document without faults. */
    List<String> problems();
}
