package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a> 1.0 and 1.1. */
final class JsonFeedReader {
    private static final int MOST_LABELS = 200;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(5_000_000)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .build())
            .build();

    /** The feed; null if the text is not JSON or no feed. */
    @Nullable
    Feed read(String text, String encoding, FeedContext context) {
        JsonNode root;
        try {
            root = mapper.readTree(text);
        } catch (JacksonException e) {
            context.problems().note("not valid JSON");
            return null;
        }
        String version = string(root, "version");
        boolean isFeed = version != null && version.contains("jsonfeed.org/version/")
                || root.path("items").isArray() && (root.has("title") || root.has("home_page_url"));
        if (!root.isObject() || !isFeed) {
            return null;
        }
        String language = FeedContext.language(string(root, "language"));
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            if (entries.size() >= context.limits().entries()) {
                context.problems().note("more than " + context.limits().entries() + " entries: the rest was not read");
                break;
            }
            if (context.isLate()) {
                break;
            }
            if (item.isObject()) {
                entries.add(entry(item, language, context));
            }
        }
        String title = string(root, "title");
        String icon = string(root, "icon");
        return new Feed(
                version != null && version.endsWith("1.1") ? FeedFormat.JSON_FEED_1_1 : FeedFormat.JSON_FEED_1_0,
                encoding,
                string(root, "feed_url"),
                title,
                context.link(string(root, "home_page_url")),
                string(root, "description"),
                language,
                authors(root, context),
                null,
                null,
                context.link(icon == null ? string(root, "favicon") : icon),
                FeedRhythm.UNSTATED,
                links(root, context),
                entries,
                context.problems().notes());
    }

    private static FeedLinks links(JsonNode root, FeedContext context) {
        List<String> hubs = new ArrayList<>();
        for (JsonNode hub : root.path("hubs")) {
            String url = context.link(string(hub, "url"));
            if (url != null && hubs.size() < 10 && "websub".equalsIgnoreCase(string(hub, "type"))) {
                hubs.add(url);
            }
        }
        return new FeedLinks(
                context.link(string(root, "feed_url")), hubs, context.link(string(root, "next_url")), null);
    }

    private static FeedEntry entry(JsonNode item, @Nullable String feedLanguage, FeedContext context) {
        String html = string(item, "content_html");
        String plain = string(item, "content_text");
        String base = context.link(string(item, "url"));
        String content = html != null
                ? HtmlCleaner.clean(context.shortened(html), base)
                : plain == null ? null : context.shortened(plain);
        String url = string(item, "url");
        String title = string(item, "title");
        String language = FeedContext.language(string(item, "language"));
        String image = string(item, "image");
        return new FeedEntry(
                string(item, "id"),
                context.link(url == null ? string(item, "external_url") : url),
                title,
                title == null ? null : new FeedText(title, LooksLikeHtml.test(title)).plain(),
                authors(item, context),
                context.date(string(item, "date_published")),
                context.date(string(item, "date_modified")),
                string(item, "summary"),
                content,
                content != null,
                labels(item.path("tags")),
                language == null ? feedLanguage : language,
                enclosures(item.path("attachments"), context),
                context.link(image == null ? string(item, "banner_image") : image),
                null,
                null);
    }

    private static List<FeedAuthor> authors(JsonNode node, FeedContext context) {
        List<FeedAuthor> authors = new ArrayList<>();
        JsonNode several = node.path("authors");
        for (JsonNode author : several.isArray() && !several.isEmpty() ? several : List.of(node.path("author"))) {
            String name = author.isString() ? author.stringValue() : string(author, "name");
            String url = context.link(string(author, "url"));
            if ((name != null || url != null) && authors.size() < 50) {
                authors.add(new FeedAuthor(name, null, url));
            }
        }
        return authors;
    }

    private static List<String> labels(JsonNode tags) {
        Set<String> labels = new java.util.LinkedHashSet<>();
        for (JsonNode tag : tags) {
            if (tag.isString() && !tag.stringValue().isBlank() && labels.size() < MOST_LABELS) {
                labels.add(tag.stringValue().strip());
            }
        }
        return List.copyOf(labels);
    }

    private static List<Enclosure> enclosures(JsonNode attachments, FeedContext context) {
        List<Enclosure> enclosures = new ArrayList<>();
        for (JsonNode attachment : attachments) {
            String url = context.link(string(attachment, "url"));
            if (url != null && enclosures.size() < 100) {
                JsonNode size = attachment.path("size_in_bytes");
                enclosures.add(
                        new Enclosure(url, string(attachment, "mime_type"), size.isNumber() ? size.asLong(-1) : -1));
            }
        }
        return enclosures;
    }

    private static @Nullable String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return value.asString();
        }
        return value.isString() && !value.stringValue().isBlank()
                ? value.stringValue().strip()
                : null;
    }
}
