package dateline.newsroom;

/** The formats in which the outlets announce their articles. */
public enum FeedFormat {
    RSS("feed.xml", "application/rss+xml; charset=utf-8"),
    ATOM("atom.xml", "application/atom+xml; charset=utf-8"),
    RDF("index.rdf", "application/rdf+xml; charset=utf-8"),
    JSON_FEED("feed.json", "application/feed+json; charset=utf-8"),
    NEWS_SITEMAP("news-sitemap.xml", "application/xml; charset=utf-8");

    private final String fileName;
    private final String contentType;

    FeedFormat(String fileName, String contentType) {
        this.fileName = fileName;
        this.contentType = contentType;
    }

    /** The last part of the feed's URL. */
    public String fileName() {
        return fileName;
    }

    /** What the server declares. */
    public String contentType() {
        return contentType;
    }
}
