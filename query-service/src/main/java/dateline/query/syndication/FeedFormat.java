package dateline.query.syndication;

/** What a feed is written in. */
enum FeedFormat {
    /** RSS 2.0. */
    RSS("application/rss+xml"),
    /** Atom 1.0, RFC 4287. */
    ATOM("application/atom+xml"),
    /** JSON Feed 1.1. */
    JSON("application/feed+json");

    private final String contentType;

    FeedFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }
}
