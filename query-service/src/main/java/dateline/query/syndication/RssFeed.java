package dateline.query.syndication;

import dateline.query.search.ArticleItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Writes RSS 2.0, with Atom's link to itself and Dublin Core's authors, since RSS knows authors by e-mail only. */
final class RssFeed {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private RssFeed() {}

    static String write(ArticleFeed feed) {
        return FeedXml.document(document -> document.element(
                "rss",
                rss -> rss.element("channel", xml -> channel(xml, feed)),
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/"));
    }

    private static void channel(FeedXml xml, ArticleFeed feed) throws XMLStreamException {
        xml.text("title", feed.title());
        xml.text("link", feed.page());
        xml.text("description", "Articles found by Dateline, the newest first");
        xml.text("lastBuildDate", date(feed.updated()));
        xml.text("generator", "Dateline");
        xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
        for (ArticleFeed.Entry entry : feed.entries()) {
            xml.element("item", in -> item(in, entry));
        }
    }

    private static void item(FeedXml xml, ArticleFeed.Entry entry) throws XMLStreamException {
        ArticleItem article = entry.article();
        xml.text("title", article.title());
        xml.text("link", entry.link());
        xml.text("guid", entry.id(), "isPermaLink", "false");
        xml.text("pubDate", date(article.published().at()));
        xml.time("atom:updated", article.revisedAt());
        xml.text("description", escaped(article.snippet().text()));
        xml.text("dc:publisher", article.outlet().name());
        for (String byline : article.bylines()) {
            xml.text("dc:creator", byline);
        }
        for (var topic : article.topics()) {
            xml.text("category", topic.name(), "domain", "urn:dateline:topic:" + topic.id());
        }
        xml.empty("atom:link", "rel", "related", "type", "text/html", "href", entry.page());
    }

    /** A description is HTML, so that what is text must not look like it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
