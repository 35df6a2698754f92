package dateline.query.stream;

import dateline.query.alert.Alert;
import dateline.query.saved.SavedSearch;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A saved search's alerts as Atom (RFC 4287) or RSS 2.0. */
final class FeedDocument {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private FeedDocument() throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    /**
     * Writes Atom.
     *
     * @param self the feed's own address
     * @param events the newest first
     */
    static String atom(SavedSearch search, List<Event> events, String self) {
        try {
            FeedDocument feed = new FeedDocument();
            feed.xml.writeStartElement("feed");
            feed.xml.writeDefaultNamespace(ATOM);
            feed.element("id", "urn:uuid:" + search.id());
            feed.element("title", search.name());
            feed.link("self", self);
            feed.element("updated", updated(search, events).toString());
            for (Event event : events) {
                feed.atomEntry(event.alert());
            }
            return feed.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes RSS. */
    static String rss(SavedSearch search, List<Event> events, String self) {
        try {
            FeedDocument feed = new FeedDocument();
            feed.xml.writeStartElement("rss");
            feed.xml.writeAttribute("version", "2.0");
            feed.xml.writeStartElement("channel");
            feed.element("title", search.name());
            feed.element("link", self);
            feed.element("description", "Articles that the saved search \"" + search.name() + "\" finds");
            feed.element("lastBuildDate", rfc822(updated(search, events)));
            for (Event event : events) {
                feed.rssItem(event.alert());
            }
            return feed.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant updated(SavedSearch search, List<Event> events) {
        return events.isEmpty() ? search.changedAt() : events.getFirst().alert().at();
    }

    private void atomEntry(Alert alert) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", "urn:dateline:alert:" + alert.id());
        element("title", title(alert));
        element("updated", alert.at().toString());
        Alert.Article article = alert.article();
        if (article != null) {
            link("alternate", article.url());
            element("published", article.published().toString());
            xml.writeStartElement("author");
            element("name", article.outlet().name());
            xml.writeEndElement();
            element("summary", article.lead());
        } else {
            xml.writeStartElement("author");
            element("name", "Dateline");
            xml.writeEndElement();
            element("content", title(alert));
        }
        xml.writeEndElement();
    }

    private void rssItem(Alert alert) throws XMLStreamException {
        xml.writeStartElement("item");
        element("title", title(alert));
        Alert.Article article = alert.article();
        if (article != null) {
            element("link", article.url());
            element("description", article.lead());
        }
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        characters(alert.id());
        xml.writeEndElement();
        element("pubDate", rfc822(article == null ? alert.at() : article.published()));
        xml.writeEndElement();
    }

    private static String title(Alert alert) {
        Alert.Volume volume = alert.volume();
        if (alert.article() != null) {
            return alert.article().title();
        }
        return volume == null
                ? alert.name()
                : String.format(
                        Locale.ROOT,
                        "%d articles in the %s from %s, usually %.0f",
                        volume.count(),
                        volume.span() == Alert.Span.HOUR ? "hour" : "day",
                        volume.from(),
                        volume.usual());
    }

    private void link(String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", clean(href));
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        characters(value);
        xml.writeEndElement();
    }

    private void characters(String value) throws XMLStreamException {
        xml.writeCharacters(clean(value));
    }

    /** Without what XML 1.0 can not hold in any form. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String rfc822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private String end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }
}
