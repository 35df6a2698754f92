package dateline.ingest.feed;

/** The formats that are read. */
public enum FeedFormat {
    RSS_0_90,
    RSS_0_91,
    RSS_0_92,
    RSS_0_93,
    RSS_0_94,
    RSS_1_0,
    RSS_2_0,
    /** RSS without a version that is known. */
    RSS,
    ATOM_0_3,
    ATOM_1_0,
    JSON_FEED_1_0,
    JSON_FEED_1_1,
    /** Microsoft's Channel Definition Format of 1997. */
    CDF,
    /** A sitemap with the news extension. */
    NEWS_SITEMAP,
    /** A sitemap of plain locations. */
    SITEMAP
}
