package dateline.ingest.feed;

import dateline.ingest.date.DateParser;
import dateline.ingest.encoding.DecodedText;
import dateline.ingest.encoding.TextDecoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, CDF, sitemaps and sitemap indexes. What is broken is read as
 * far as it can be and named among the problems. No content makes it throw, nothing is loaded, no entity that a document
 * declares is expanded, and time grows with the document's length only. Safe for use by many threads.
 */
public final class FeedParser {
    private final FeedLimits limits;
    private final Clock clock;
    private final DateParser dates = new DateParser();
    private final TextDecoder decoder = new TextDecoder();
    private final JsonFeedReader json = new JsonFeedReader();

    /** A parser with the default limits and the system's clock. */
    public FeedParser() {
        this(FeedLimits.DEFAULT, Clock.systemUTC());
    }

    /**
     * A parser.
     *
     * @param limits how much is kept of a document
     * @param clock tells which dates lie ahead
     */
    public FeedParser(FeedLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Reads a document.
     *
     * @param body its bytes, uncompressed
     * @param contentType the value of its {@code Content-Type} header, if there was one
     * @param url where it came from, against which relative addresses are resolved
     */
    public FeedDocument parse(byte[] body, @Nullable String contentType, @Nullable String url) {
        DecodedText decoded = decoder.decode(body, contentType);
        String text = decoded.text();
        Problems problems = new Problems(text);
        decoded.problems().forEach(problems::note);
        if (text.length() > limits.totalLength()) {
            problems.note("longer than " + limits.totalLength() + " characters: the rest was not read");
            text = text.substring(0, limits.totalLength());
        }
        text = withoutControls(text, problems);
        FeedContext context = new FeedContext(url, limits, dates, clock, problems);
        int start = firstVisible(text);
        if (start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[')) {
            FeedDocument document = json.read(text.substring(start), decoded.encoding(), context);
            if (document != null) {
                return document;
            }
        }
        if (NotAFeedReader.isPage(text, start)) {
            return NotAFeedReader.read(text, problems);
        }
        FeedDocument document = xml(text, decoded.encoding(), context);
        return document == null ? NotAFeedReader.read(text, problems) : document;
    }

    private @Nullable FeedDocument xml(String text, String encoding, FeedContext context) {
        XmlReader reader = new XmlReader(new XmlTokenizer(text, context.problems()), context);
        List<FeedEntry> entries = new ArrayList<>();
        List<SitemapIndex.Location> sitemaps = new ArrayList<>();
        boolean[] news = {false};
        XmlElement root = reader.read(record -> {
            if (entries.size() >= limits.entries() || sitemaps.size() >= limits.entries()) {
                context.problems().note("more than " + limits.entries() + " entries: the rest was not read");
                return false;
            }
            XmlElement top = XmlFormats.root(record);
            switch (record.local()) {
                case "sitemap" -> {
                    SitemapIndex.Location location = SitemapReader.location(record, context);
                    if (location != null) {
                        sitemaps.add(location);
                    }
                }
                case "url" -> {
                    news[0] |= SitemapReader.isNews(record);
                    entries.add(SitemapReader.entry(record, context));
                }
                default -> entries.add(EntryReader.read(record, XmlFormats.of(top), context));
            }
            return true;
        });
        if (root == null) {
            return null;
        }
        if (root.local().equals("sitemapindex")) {
            return new SitemapIndex(sitemaps, context.problems().notes());
        }
        FeedFormat format = XmlFormats.of(root);
        if (format == FeedFormat.SITEMAP && news[0]) {
            format = FeedFormat.NEWS_SITEMAP;
        }
        HeadReader head = new HeadReader(format, context);
        head.read(root);
        return head.toFeed(encoding, entries);
    }

    /** XML has no control characters; a feed that has them means nothing by them. */
    private static String withoutControls(String text, Problems problems) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                problems.note("control character", i);
                StringBuilder out = new StringBuilder(text);
                for (int j = i; j < out.length(); j++) {
                    if (isControl(out.charAt(j))) {
                        out.setCharAt(j, ' ');
                    }
                }
                return out.toString();
            }
        }
        return text;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != 0;
    }

    private static int firstVisible(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\ufeff')) {
            i++;
        }
        return i;
    }
}
