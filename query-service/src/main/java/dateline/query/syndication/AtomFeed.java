package dateline.query.syndication;

import dateline.query.search.ArticleItem;
import javax.xml.stream.XMLStreamException;

/** Writes Atom 1.0 (RFC 4287). */
final class AtomFeed {
    private AtomFeed() {}

    static String write(ArticleFeed feed) {
        return FeedXml.document(document -> document.element(
                "feed",
                xml -> {
                    xml.text("id", feed.self());
                    xml.text("title", feed.title());
                    xml.time("updated", feed.updated());
                    xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self());
                    xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
                    xml.text("generator", "Dateline");
                    for (ArticleFeed.Entry entry : feed.entries()) {
                        xml.element("entry", in -> entry(in, entry));
                    }
                },
                "xmlns",
                "http://www.w3.org/2005/Atom"));
    }

    private static void entry(FeedXml xml, ArticleFeed.Entry entry) throws XMLStreamException {
        ArticleItem article = entry.article();
        xml.text("id", entry.id());
        xml.text("title", article.title());
        xml.time("updated", article.revisedAt());
        xml.time("published", article.published().at());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.link());
        xml.empty("link", "rel", "related", "type", "text/html", "href", entry.page());
        // An entry without an author would not be valid, since the feed has none.
        xml.element("author", in -> in.text("name", article.outlet().name()));
        for (String byline : article.bylines()) {
            xml.element("author", in -> in.text("name", byline));
        }
        xml.text("summary", article.snippet().text());
        for (var topic : article.topics()) {
            xml.empty("category", "term", topic.id(), "label", topic.name());
        }
    }
}
