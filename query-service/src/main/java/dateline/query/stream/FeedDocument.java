package dateline.query.stream;

import dateline.query.alert.Alert;
import dateline.query.saved.SavedSearch;
import dateline.query.syndication.FeedXml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** A saved search's alerts as Atom (RFC 4287) or RSS 2.0; events are given the newest first. */
final class FeedDocument {
    private FeedDocument() {}

    /**
     * Writes Atom.
     *
     * @param self the feed's own address
     */
    static String atom(SavedSearch search, List<Event> events, String self) {
        return FeedXml.document(document -> document.element(
                "feed",
                feed -> {
                    feed.text("id", "urn:uuid:" + search.id());
                    feed.text("title", search.name());
                    feed.empty("link", "rel", "self", "href", self);
                    feed.time("updated", updated(search, events));
                    for (Event event : events) {
                        feed.element("entry", entry -> atom(entry, event.alert()));
                    }
                },
                "xmlns",
                "http://www.w3.org/2005/Atom"));
    }

    private static void atom(FeedXml entry, Alert alert) throws XMLStreamException {
        entry.text("id", "urn:dateline:alert:" + alert.id());
        entry.text("title", title(alert));
        entry.time("updated", alert.at());
        Alert.Article article = alert.article();
        String author = article == null ? "Dateline" : article.outlet().name();
        entry.element("author", name -> name.text("name", author));
        if (article == null) {
            entry.text("content", title(alert));
        } else {
            entry.empty("link", "rel", "alternate", "href", article.url());
            entry.time("published", article.published());
            entry.text("summary", article.lead());
        }
    }

    /** Writes RSS. */
    static String rss(SavedSearch search, List<Event> events, String self) {
        return FeedXml.document(document -> document.element(
                "rss",
                rss -> rss.element("channel", channel -> {
                    channel.text("title", search.name());
                    channel.text("link", self);
                    channel.text("description", "What the saved search \"" + search.name() + "\" has to tell");
                    channel.text("lastBuildDate", rfc822(updated(search, events)));
                    for (Event event : events) {
                        channel.element("item", item -> rss(item, event.alert()));
                    }
                }),
                "version",
                "2.0"));
    }

    private static void rss(FeedXml item, Alert alert) throws XMLStreamException {
        item.text("title", title(alert));
        Alert.Article article = alert.article();
        if (article != null) {
            item.text("link", article.url());
            item.text("description", article.lead());
        }
        item.text("guid", alert.id(), "isPermaLink", "false");
        item.text("pubDate", rfc822(article == null ? alert.at() : article.published()));
    }

    private static Instant updated(SavedSearch search, List<Event> events) {
        return events.isEmpty() ? search.changedAt() : events.getFirst().alert().at();
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

    private static String rfc822(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
