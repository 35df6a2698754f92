package dateline.newsroom;

import static dateline.newsroom.Markup.escape;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What the newsroom's server answers for a path. Knows nothing of HTTP beyond type and time of a document. */
final class NewsroomSite {
    /**
     * A document.
     *
     * @param modified when it last changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares documents.
    record Document(String contentType, byte[] content, Instant modified) {}

    private final Newsroom newsroom;
    private final String baseUrl;
    private final ArticlePage pages;
    private final FeedDocument feeds;
    private final Map<String, SampleArticle> articles;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param baseUrl where it is served, without a slash at the end */
    NewsroomSite(Newsroom newsroom, String baseUrl) {
        this.newsroom = newsroom;
        this.baseUrl = baseUrl;
        this.pages = new ArticlePage(baseUrl);
        this.feeds = new FeedDocument(baseUrl);
        this.articles =
                newsroom.articles().stream().collect(Collectors.toMap(SampleArticle::path, Function.identity()));
    }

    Optional<Document> document(String path) {
        SampleArticle article = articles.get(path);
        if (article != null) {
            return Optional.of(articlePage(article));
        }
        return switch (path) {
            case "/" -> Optional.of(document("text/html; charset=utf-8", index()));
            case "/robots.txt" -> Optional.of(document("text/plain; charset=utf-8", robots()));
            case "/manifest.json" -> Optional.of(document("application/json", manifest()));
            case "/feeds.yml" -> Optional.of(document("application/yaml", feedList()));
            case "/photo.svg" -> Optional.of(document("image/svg+xml", PHOTO));
            default -> outletDocument(path);
        };
    }

    private static final String PHOTO =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"360\"><rect width=\"640\" height=\"360\""
                    + " fill=\"#b9c4cf\"/></svg>";

    private Optional<Document> outletDocument(String path) {
        for (SampleOutlet outlet : newsroom.outlets()) {
            List<SampleArticle> own = newsroom.articlesOf(outlet);
            if (path.equals(outlet.feedPath())) {
                return Optional.of(new Document(
                        outlet.feed().contentType(),
                        feeds.write(outlet, own).getBytes(StandardCharsets.UTF_8),
                        newest(own)));
            }
            if (path.equals("/" + outlet.id() + "/")) {
                return Optional.of(page(outlet, pages.frontPage(outlet, own), newest(own)));
            }
        }
        return Optional.empty();
    }

    private Document articlePage(SampleArticle article) {
        List<SampleArticle> others = newsroom.articlesOf(article.outlet()).stream()
                .filter(other -> !other.slug().equals(article.slug()))
                .toList();
        return page(article.outlet(), pages.render(article, others), article.published());
    }

    private static Document page(SampleOutlet outlet, String html, Instant modified) {
        return new Document(
                "text/html; charset=" + outlet.charset().name().toLowerCase(Locale.ROOT),
                html.getBytes(outlet.charset()),
                modified);
    }

    private Document document(String contentType, String text) {
        return new Document(contentType, text.getBytes(StandardCharsets.UTF_8), newsroom.newest());
    }

    private Instant newest(List<SampleArticle> own) {
        return own.isEmpty() ? newsroom.newest() : own.getFirst().published();
    }

    private String index() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sample newsroom</title></head>\n"
                + "<body><h1>Sample newsroom</h1>\n<p>All outlets and articles here are invented.</p>\n<ul>\n"
                + newsroom.outlets().stream()
                        .map(outlet ->
                                "<li><a href=\"/" + outlet.id() + "/\">" + escape(outlet.name()) + "</a> (<a href=\""
                                        + outlet.feedPath() + "\">" + outlet.feed() + "</a>, "
                                        + newsroom.articlesOf(outlet).size() + ")</li>\n")
                        .collect(Collectors.joining())
                + "</ul>\n<p><a href=\"/feeds.yml\">feeds.yml</a> <a href=\"/manifest.json\">manifest.json</a></p>"
                + "</body></html>\n";
    }

    private String robots() {
        String sitemaps = newsroom.outlets().stream()
                .filter(outlet -> outlet.feed() == FeedFormat.NEWS_SITEMAP)
                .map(outlet -> "Sitemap: " + baseUrl + outlet.feedPath() + "\n")
                .collect(Collectors.joining());
        return "User-agent: *\nDisallow: /search/\n\n" + sitemaps;
    }

    private String manifest() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("articles", newsroom.articles().size());
        manifest.put("outlets", newsroom.outlets().size());
        manifest.put("newest", newsroom.newest().toString());
        manifest.put(
                "feeds",
                newsroom.outlets().stream()
                        .map(outlet -> Map.of(
                                "outlet", outlet.id(),
                                "format", outlet.feed().name(),
                                "url", baseUrl + outlet.feedPath(),
                                "articles", newsroom.articlesOf(outlet).size()))
                        .toList());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
    }

    /** The feed list in the form the ingest service reads. Every scalar is quoted as JSON, which YAML includes. */
    private String feedList() {
        StringBuilder yaml = new StringBuilder("feeds:\n");
        for (SampleOutlet outlet : newsroom.outlets()) {
            yaml.append("  - url: " + json.writeValueAsString(baseUrl + outlet.feedPath()) + "\n")
                    .append("    outlet:\n")
                    .append("      id: " + json.writeValueAsString(outlet.id()) + "\n")
                    .append("      name: " + json.writeValueAsString(outlet.name()) + "\n")
                    .append("      country: " + json.writeValueAsString(outlet.country()) + "\n")
                    .append("      language: " + json.writeValueAsString(outlet.language()) + "\n")
                    .append("      tags: " + json.writeValueAsString(outlet.tags()) + "\n");
        }
        return yaml.toString();
    }
}
