package dateline.ingest.subscribe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** OPML 2.0, the form in which feed readers exchange their subscriptions. Folders become the outlet's tags. */
final class Opml {
    private static final int DEEPEST = 20;

    private Opml() {}

    /** The subscriptions as fields for {@link FeedForm}. Reads what it can; no entity or DTD is ever resolved. */
    static List<Map<String, @Nullable Object>> read(String text) {
        List<Map<String, @Nullable Object>> feeds = new ArrayList<>();
        for (Element outline : Jsoup.parse(text, "", Parser.xmlParser()).getElementsByTag("outline")) {
            String url = attribute(outline, "xmlUrl");
            if (url != null) {
                Map<String, @Nullable Object> feed = new LinkedHashMap<>();
                feed.put("url", url);
                String title = first(attribute(outline, "title"), attribute(outline, "text"));
                if (title != null && !title.equals(url)) {
                    feed.put("title", title.length() > 300 ? title.substring(0, 300) : title);
                }
                List<String> tags = tags(outline);
                if (!tags.isEmpty()) {
                    feed.put("outlet", Map.of("tags", tags));
                }
                feeds.add(feed);
            }
        }
        return feeds;
    }

    private static List<String> tags(Element outline) {
        List<String> tags = new ArrayList<>();
        Element parent = outline.parent();
        for (int depth = 0; depth < DEEPEST && parent != null && parent.nameIs("outline"); depth++) {
            String folder = first(attribute(parent, "title"), attribute(parent, "text"));
            if (folder != null && folder.length() <= 300) {
                tags.addFirst(folder);
            }
            parent = parent.parent();
        }
        String categories = attribute(outline, "category");
        if (categories != null) {
            Stream.of(categories.split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty() && tag.length() <= 300 && !tags.contains(tag))
                    .limit(20)
                    .forEach(tags::add);
        }
        return tags;
    }

    /** The feeds as an OPML document. */
    static String write(List<FeedView> feeds, Instant now) {
        StringBuilder out = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Dateline</title>
                    <dateCreated>%s</dateCreated>
                  </head>
                  <body>
                """.formatted(DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC))));
        for (FeedView view : feeds) {
            out.append("    <outline type=\"rss\" text=\"")
                    .append(escaped(view.title()))
                    .append("\" title=\"")
                    .append(escaped(view.title()))
                    .append("\" xmlUrl=\"")
                    .append(escaped(view.feed().url()))
                    .append('"');
            if (!view.feed().outlet().tags().isEmpty()) {
                String tags = String.join(",", view.feed().outlet().tags());
                out.append(" category=\"").append(escaped(tags)).append('"');
            }
            out.append("/>\n");
        }
        return out.append("  </body>\n</opml>\n").toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> {
                    boolean allowed = c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
                    out.append(allowed ? Character.toString(c) : "");
                }
            }
        });
        return out.toString();
    }

    private static @Nullable String attribute(Element element, String name) {
        String value = element.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }
}
