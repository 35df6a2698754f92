package dateline.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page says of its article in JSON-LD with schema.org's words. Read leniently: templates print raw line feeds,
 * trailing commas and comments into it.
 */
final class JsonLd {
    private static final int MAX_LENGTH = 2_000_000;
    private static final Pattern OPENING =
            Pattern.compile("\\s*(?://\\s*)?(?:<!--|<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)");
    private static final Pattern CLOSING = Pattern.compile("(?:-->|(?://|/\\*)?\\s*]]>(?:\\s*\\*/)?)\\s*;?\\s*$");
    /** How far before what closes, in characters, the mark of its comment may begin. */
    private static final int LONGEST_MARK = 80;

    private static final int MAX_SALVAGED = 200_000;
    private static final Pattern DATE_PROPERTY =
            Pattern.compile("\"(datePublished|dateModified)\"\\s{0,9}:\\s{0,9}\"([^\"]{8,40})\"");

    private static final Set<String> ARTICLE_TYPES = Set.of(
            "article",
            "newsarticle",
            "blogposting",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "asknewsarticle",
            "liveblogposting",
            "socialmediaposting",
            "techarticle",
            "scholarlyarticle",
            "report",
            "advertisercontentarticle",
            "satiricalarticle",
            "review",
            "discussionforumposting",
            "medicalscholarlyarticle",
            "recipe",
            "howto",
            "pressrelease");
    /** What describes the page and not the story; taken only where nothing describes the story. */
    private static final Set<String> PAGE_TYPES = Set.of("webpage", "itempage", "creativework");

    final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(MAX_LENGTH)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build())
            .build();

    /** The articles the page describes, in page order; unreadable scripts are passed over, as browsers do. */
    List<JsonNode> articles(PageElements page) {
        List<JsonNode> articles = new ArrayList<>();
        List<JsonNode> pages = new ArrayList<>();
        int read = 0;
        for (Element script : page.withTag("script")) {
            String type = script.attr("type").toLowerCase(Locale.ROOT);
            String json = type.contains("ld+json") ? script.data() : "";
            read += json.length();
            if (!json.isBlank() && read <= MAX_LENGTH) {
                collect(json, articles, pages);
            }
        }
        return articles.isEmpty() ? pages : articles;
    }

    private void collect(String json, List<JsonNode> articles, List<JsonNode> pages) {
        JsonNode root;
        try {
            root = mapper.readTree(unwrapped(json));
        } catch (JacksonException e) {
            salvage(json, articles);
            return;
        }
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            JsonNode node = open.poll();
            if (node.isArray()) {
                node.forEach(open::add);
            } else if (node.isObject()) {
                if (is(node, ARTICLE_TYPES)) {
                    articles.add(node);
                } else if (is(node, PAGE_TYPES)) {
                    pages.add(node);
                }
                for (String holder : List.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")) {
                    JsonNode inner = node.get(holder);
                    // A list of other stories describes those, not this page.
                    if (inner != null && !holder.equals("itemListElement") && inner.isContainer()) {
                        open.add(inner);
                    }
                }
            }
        }
    }

    /** The dates of an article's script that is no JSON, mostly because of a quotation mark in its headline. */
    private void salvage(String json, List<JsonNode> articles) {
        if (json.length() > MAX_SALVAGED || !json.contains("Article\"") && !json.contains("BlogPosting\"")) {
            return;
        }
        ObjectNode found = mapper.createObjectNode();
        Matcher dates = DATE_PROPERTY.matcher(json);
        while (dates.find()) {
            if (!found.has(dates.group(1))) {
                found.put(dates.group(1), dates.group(2));
            }
        }
        if (!found.isEmpty()) {
            articles.add(found);
        }
    }

    private static String unwrapped(String json) {
        int start = json.contains("<!") ? end(OPENING.matcher(json)) : 0;
        int closes = Math.max(json.lastIndexOf("-->"), json.lastIndexOf("]]>"));
        if (closes < start) {
            return json.substring(start);
        }
        // What closes is the last thing but spaces; before it there may be a comment's mark.
        Matcher closing = CLOSING.matcher(json).region(Math.max(start, closes - LONGEST_MARK), json.length());
        return json.substring(start, closing.find() ? closing.start() : json.length());
    }

    private static int end(Matcher opening) {
        return opening.lookingAt() ? opening.end() : 0;
    }

    private static boolean is(JsonNode node, Set<String> types) {
        for (String type : texts(node.get("@type"))) {
            String name = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (types.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The first text of a property that may be a text, an object with a name or URL, or a list of either. */
    static @Nullable String text(@Nullable JsonNode node) {
        List<String> texts = texts(node);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /** All texts of such a property. */
    static List<String> texts(@Nullable JsonNode node) {
        List<String> texts = new ArrayList<>();
        gather(node, texts, 0);
        return texts;
    }

    private static void gather(@Nullable JsonNode node, List<String> texts, int depth) {
        if (node == null || depth > 3 || texts.size() > 50) {
            return;
        }
        if (node.isString() || node.isNumber()) {
            String text = Clean.markup(node.asString());
            if (!text.isEmpty()) {
                texts.add(text);
            }
        } else if (node.isArray()) {
            node.forEach(element -> gather(element, texts, depth + 1));
        } else if (node.isObject()) {
            for (String property : List.of("name", "@value", "headline", "url", "@id")) {
                JsonNode inner = node.get(property);
                if (inner != null && !inner.isNull()) {
                    gather(inner, texts, depth + 1);
                    return;
                }
            }
            gather(node.get("givenName"), node.get("familyName"), texts);
        }
    }

    /** A person whose name is given in two parts only. */
    private static void gather(@Nullable JsonNode given, @Nullable JsonNode family, List<String> texts) {
        if (given != null && family != null && given.isString() && family.isString()) {
            texts.add(Clean.markup(given.asString() + ' ' + family.asString()));
        }
    }
}
