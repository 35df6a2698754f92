package dateline.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The article in the JSON from which a page that is a mere script shell is drawn in the browser, such as
 * {@code __NEXT_DATA__}. Applications name their fields as they like, but a story's object has a headline that is the
 * page's title, and beside it, or below it, a text or a list of texts under one of a few names.
 */
final class PageState {
    private static final int MAX_LENGTH = 2_000_000;
    private static final int MAX_NODES = 50_000;
    /** A text shorter than this is a teaser. */
    private static final int SHORTEST = 150;

    private static final List<String> TITLES = List.of("headline", "title", "name", "heading", "seoTitle");
    private static final List<String> BODIES = List.of(
            "articleBody",
            "body",
            "content",
            "text",
            "html",
            "bodyHtml",
            "contentHtml",
            "bodyText",
            "fullText",
            "paragraphs",
            "blocks",
            "components",
            "elements",
            "story",
            "description");
    private static final List<String> DATES = List.of(
            "datePublished",
            "publishedAt",
            "published_at",
            "publishDate",
            "publicationDate",
            "published",
            "firstPublished",
            "publishedDate",
            "createdAt",
            "date");
    private static final List<String> AUTHORS = List.of("author", "authors", "byline", "bylines", "contributors");

    private PageState() {}

    /**
     * A story found in a page's state.
     *
     * @param body its paragraphs, as text or HTML
     * @param published as it is written there
     */
    record Story(
            String body, List<String> authors, @Nullable String published) {}

    /** The story whose headline is the page's title; null if no script holds it. */
    static @Nullable Story find(PageElements page, String title, JsonMapper mapper) {
        String key = Clean.key(title);
        int read = 0;
        for (Element script : page.withTag("script")) {
            boolean json = script.attr("type").equals("application/json")
                    || script.id().equals("__NEXT_DATA__");
            String data = json ? script.data() : "";
            read += data.length();
            if (data.length() < SHORTEST || read > MAX_LENGTH || key.length() < 8) {
                continue;
            }
            try {
                Story story = search(mapper.readTree(data), key);
                if (story != null) {
                    return story;
                }
            } catch (JacksonException e) {
                // A script that is no JSON holds no story; browsers pass it over as well.
                continue;
            }
        }
        return null;
    }

    private static @Nullable Story search(JsonNode root, String title) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        Story best = null;
        for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject() && isTitled(node, title)) {
                Story story = story(node);
                best = story != null
                                && (best == null
                                        || story.body().length() > best.body().length())
                        ? story
                        : best;
            }
            if (node.isContainer()) {
                node.forEach(open::add);
            }
        }
        return best;
    }

    private static boolean isTitled(JsonNode node, String title) {
        for (String name : TITLES) {
            JsonNode stated = node.get(name);
            if (stated != null
                    && stated.isString()
                    && Clean.key(stated.asString()).equals(title)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Story story(JsonNode node) {
        StringBuilder longest = new StringBuilder();
        for (String name : BODIES) {
            StringBuilder text = new StringBuilder();
            gather(node.get(name), text, 0);
            if (text.length() > longest.length()) {
                longest = text;
            }
        }
        if (longest.length() < SHORTEST) {
            return null;
        }
        List<String> authors = new ArrayList<>();
        for (String name : AUTHORS) {
            if (authors.isEmpty()) {
                authors.addAll(Bylines.names(JsonLd.texts(node.get(name))));
            }
        }
        String published = null;
        for (String name : DATES) {
            JsonNode date = node.get(name);
            published = published == null && date != null && (date.isString() || date.isNumber())
                    ? date.asString()
                    : published;
        }
        return new Story(longest.toString(), authors, published);
    }

    /** All texts of a body: a string, or a list of strings or of objects that hold one under a body's name. */
    private static void gather(@Nullable JsonNode node, StringBuilder text, int depth) {
        if (node == null || depth > 6) {
            return;
        }
        if (node.isString()) {
            String part = node.asString().strip();
            if (part.indexOf(' ') > 0) {
                text.append(part).append('\n');
            }
        } else if (node.isArray()) {
            node.forEach(part -> gather(part, text, depth + 1));
        } else if (node.isObject()) {
            for (String name : BODIES) {
                gather(node.get(name), text, depth + 1);
            }
        }
    }
}
