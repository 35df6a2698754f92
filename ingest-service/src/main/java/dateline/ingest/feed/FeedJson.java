package dateline.ingest.feed;

import dateline.contract.ArticleDate.Precision;
import dateline.ingest.date.ParsedDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a document as the command prints it: absent where there is nothing, dates at the precision they were given. */
final class FeedJson {
    private FeedJson() {}

    static Map<String, Object> of(String file, FeedDocument document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        switch (document) {
            case Feed feed -> {
                json.put("feed", head(feed));
                json.put("entries", feed.entries().stream().map(FeedJson::entry).toList());
            }
            case SitemapIndex index -> {
                json.put("feed", Map.of("format", "SITEMAP_INDEX", "problems", index.problems()));
                json.put(
                        "sitemaps",
                        index.sitemaps().stream().map(FeedJson::location).toList());
                json.put("entries", List.of());
            }
            case NotAFeed none -> {
                Map<String, Object> head = new LinkedHashMap<>();
                head.put("format", "NONE");
                head.put("looksLike", none.looksLike());
                put(head, "title", none.title());
                head.put("problems", none.problems());
                json.put("feed", head);
                json.put("entries", List.of());
            }
        }
        return json;
    }

    private static Map<String, Object> head(Feed feed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", feed.format());
        json.put("encoding", feed.encoding());
        put(json, "id", feed.id());
        put(json, "title", feed.title());
        put(json, "link", feed.link());
        put(json, "description", feed.description());
        put(json, "language", feed.language());
        authors(json, feed.authors());
        date(json, "published", feed.published());
        date(json, "updated", feed.updated());
        put(json, "image", feed.image());
        put(json, "ttl", feed.rhythm().ttl());
        put(json, "skipHours", feed.rhythm().skipHours().stream().sorted().toList());
        put(json, "skipDays", feed.rhythm().skipDays().stream().sorted().toList());
        put(json, "syndicationPeriod", feed.rhythm().syndicationPeriod());
        put(json, "self", feed.links().self());
        put(json, "hubs", feed.links().hubs());
        put(json, "next", feed.links().next());
        put(json, "movedTo", feed.links().movedTo());
        json.put("problems", feed.problems());
        return json;
    }

    private static Map<String, Object> entry(FeedEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", entry.id());
        put(json, "link", entry.link());
        put(json, "title", entry.title());
        put(json, "titleText", entry.titleText());
        authors(json, entry.authors());
        date(json, "published", entry.published());
        date(json, "updated", entry.updated());
        // Feeds disagree which of the two to fill, so whoever reads either finds the text.
        put(json, "summary", entry.summary() == null ? entry.content() : entry.summary());
        put(json, "content", entry.content() == null ? entry.summary() : entry.content());
        json.put("fullText", entry.fullText());
        put(json, "categories", entry.categories());
        put(json, "language", entry.language());
        put(
                json,
                "enclosures",
                entry.enclosures().stream().map(FeedJson::enclosure).toList());
        put(json, "image", entry.image());
        put(json, "comments", entry.comments());
        put(json, "source", entry.source());
        return json;
    }

    private static void authors(Map<String, Object> json, List<FeedAuthor> authors) {
        put(json, "author", authors.stream().map(FeedAuthor::display).collect(Collectors.joining(", ")));
        put(json, "authors", authors.stream().map(FeedJson::author).toList());
    }

    private static Map<String, Object> author(FeedAuthor author) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "name", author.name());
        put(json, "email", author.email());
        put(json, "url", author.url());
        return json;
    }

    private static Map<String, Object> enclosure(Enclosure enclosure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", enclosure.url());
        put(json, "type", enclosure.type());
        put(json, "length", enclosure.length() < 0 ? null : enclosure.length());
        return json;
    }

    private static Map<String, Object> location(SitemapIndex.Location location) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", location.url());
        date(json, "lastModified", location.lastModified());
        return json;
    }

    /** The date under its name, its text under {@code …Raw}, and a doubt under {@code …Plausible}. */
    private static void date(Map<String, Object> json, String name, @Nullable FeedDate date) {
        if (date == null) {
            return;
        }
        put(json, name, date.parsed() == null ? null : iso(date.parsed()));
        json.put(name + "Raw", date.raw());
        if (!date.plausible()) {
            json.put(name + "Plausible", false);
        }
    }

    static String iso(ParsedDate date) {
        Precision precision = date.precision();
        return switch (precision) {
            case SECOND, MINUTE, HOUR ->
                date.at().truncatedTo(ChronoUnit.SECONDS).toString();
            case DAY -> form("uuuu-MM-dd", date);
            case MONTH -> form("uuuu-MM", date);
            case YEAR -> form("uuuu", date);
        };
    }

    private static String form(String pattern, ParsedDate date) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(date.at());
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        boolean empty = value == null
                || value instanceof Collection<?> collection && collection.isEmpty()
                || value instanceof String text && text.isEmpty();
        if (!empty) {
            json.put(name, value instanceof java.time.Duration duration ? duration.toString() : value);
        }
    }
}
