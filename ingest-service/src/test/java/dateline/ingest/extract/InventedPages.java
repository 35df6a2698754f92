package dateline.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Invented news pages in the templates of many kinds of outlets, with what a reader would call the article. */
final class InventedPages {
    static final List<String> NAMES = List.of(
            "wordpress",
            "cms-soup",
            "old-br",
            "amp",
            "live-blog",
            "js-shell",
            "arabic",
            "cyrillic",
            "japanese",
            "paywall",
            "many-comments",
            "link-sidebar",
            "lists-and-table",
            "wire",
            "blogspot",
            "br-loose",
            "chinese",
            "comments-first",
            "cookie-wall",
            "custom-elements",
            "date-trap",
            "german-portal",
            "hindi",
            "infinite-scroll",
            "inline-ads",
            "korean",
            "listicle",
            "live-posts",
            "newsletter-top",
            "next-data",
            "one-paragraph",
            "paywall-inline",
            "portal-divs",
            "press",
            "qa-interview",
            "recipe",
            "tech-code",
            "turkish",
            "arc",
            "asp-agency",
            "blogger-classic",
            "forum",
            "gallery",
            "ghost",
            "government",
            "greek-newspaper",
            "hashed",
            "jsonld-only",
            "next-sections",
            "paywall-stub",
            "squarespace",
            "substack",
            "tables-2003",
            "wp-blocks",
            "builder-cards",
            "builder-mixed",
            "react-native-web",
            "byline-with",
            "byline-elements",
            "byline-lines",
            "byline-guest",
            "byline-card",
            "byline-json");

    private InventedPages() {}

    /** A page and what is expected of it; byline and date are empty where the page states none. */
    record Case(String name, String html, String title, String byline, String published, String body) {
        Extraction extract() {
            return new ArticleExtractor()
                    .extract(new HtmlPage(
                            html, "https://news.example/story", Hints.seenAt(Instant.parse("2024-06-10T00:00:00Z"))));
        }
    }

    static Case read(String name) {
        String[] parts = resource(name + ".txt").split("\n\n", 2);
        String[] head = parts[0].split("\n");
        return new Case(
                name, resource(name + ".html"), value(head[0]), value(head[1]), value(head[2]), parts[1].strip());
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static String resource(String name) {
        try (InputStream in = InventedPages.class.getResourceAsStream("pages/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
