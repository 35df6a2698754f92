package dateline.ingest.feed;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vocabularies that feeds mix, told by namespace, or by the usual prefix where the namespace was not declared. */
enum Vocabulary {
    /** RSS in any version, CDF, and everything without a namespace. */
    RSS,
    ATOM,
    RDF,
    DC,
    DCTERMS,
    CONTENT,
    SYNDICATION,
    MEDIA,
    ITUNES,
    XHTML,
    XML,
    WFW,
    FEEDBURNER,
    SITEMAP,
    NEWS,
    SITEMAP_IMAGE,
    OTHER;

    private static final Map<String, Vocabulary> BY_URI = Map.ofEntries(
            Map.entry("", RSS),
            Map.entry("backend.userland.com/rss", RSS),
            Map.entry("blogs.law.harvard.edu/tech/rss", RSS),
            Map.entry("purl.org/rss/1.0", RSS),
            Map.entry("my.netscape.com/rdf/simple/0.9", RSS),
            Map.entry("example.com/newformat#", RSS),
            Map.entry("example.com/necho", RSS),
            Map.entry("purl.org/echo", RSS),
            Map.entry("uri/of/echo/namespace#", RSS),
            Map.entry("purl.org/pie", RSS),
            Map.entry("purl.org/atom/ns#", ATOM),
            Map.entry("www.w3.org/2005/atom", ATOM),
            Map.entry("purl.org/rss/1.0/modules/rss091#", RSS),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns#", RDF),
            Map.entry("purl.org/dc/elements/1.1", DC),
            Map.entry("purl.org/dc/elements/1.0", DC),
            Map.entry("purl.org/dc/terms", DCTERMS),
            Map.entry("purl.org/rss/1.0/modules/content", CONTENT),
            Map.entry("purl.org/rss/1.0/modules/syndication", SYNDICATION),
            Map.entry("search.yahoo.com/mrss", MEDIA),
            Map.entry("www.rssboard.org/media-rss", MEDIA),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", ITUNES),
            Map.entry("example.com/dtds/podcast-1.0.dtd", ITUNES),
            Map.entry("www.w3.org/1999/xhtml", XHTML),
            Map.entry("www.w3.org/xml/1998/namespace", XML),
            Map.entry("wellformedweb.org/commentapi", WFW),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", FEEDBURNER),
            Map.entry("www.sitemaps.org/schemas/sitemap/0.9", SITEMAP),
            Map.entry("www.google.com/schemas/sitemap/0.84", SITEMAP),
            Map.entry("www.google.com/schemas/sitemap-news/0.9", NEWS),
            Map.entry("www.google.com/schemas/sitemap-image/1.1", SITEMAP_IMAGE));

    private static final Map<String, Vocabulary> BY_PREFIX = Map.ofEntries(
            Map.entry("atom", ATOM),
            Map.entry("a10", ATOM),
            Map.entry("atom10", ATOM),
            Map.entry("rdf", RDF),
            Map.entry("rss", RSS),
            Map.entry("dc", DC),
            Map.entry("dcterms", DCTERMS),
            Map.entry("content", CONTENT),
            Map.entry("sy", SYNDICATION),
            Map.entry("media", MEDIA),
            Map.entry("itunes", ITUNES),
            Map.entry("xhtml", XHTML),
            Map.entry("xml", XML),
            Map.entry("wfw", WFW),
            Map.entry("feedburner", FEEDBURNER),
            Map.entry("news", NEWS),
            Map.entry("image", SITEMAP_IMAGE));

    /** The vocabulary of a namespace; {@link #OTHER} for one that is not known. */
    static Vocabulary ofUri(String uri) {
        String key = uri.strip().toLowerCase(Locale.ROOT);
        int scheme = key.indexOf("://");
        key = scheme >= 0 ? key.substring(scheme + 3) : key;
        key = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        Vocabulary known = BY_URI.get(key);
        if (known != null) {
            return known;
        }
        // backend.userland.com/rss2, …/rss091, …/blogChannelModule: only the first two are RSS.
        return key.startsWith("backend.userland.com/rss") ? RSS : OTHER;
    }

    /** The vocabulary that a prefix usually stands for, if it is a usual one. */
    static @Nullable Vocabulary ofPrefix(String prefix) {
        return BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
    }
}
