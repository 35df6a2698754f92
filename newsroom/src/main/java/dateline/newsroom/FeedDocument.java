package dateline.newsroom;

import static dateline.newsroom.Markup.escape;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an outlet's feed in the format the outlet uses. An article that states its date nowhere has none here. */
final class FeedDocument {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final String baseUrl;
    private final JsonMapper json = JsonMapper.builder().build();

    FeedDocument(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    String write(SampleOutlet outlet, List<SampleArticle> articles) {
        return switch (outlet.feed()) {
            case RSS -> rss(outlet, articles);
            case ATOM -> atom(outlet, articles);
            case RDF -> rdf(outlet, articles);
            case JSON_FEED -> jsonFeed(outlet, articles);
            case NEWS_SITEMAP -> newsSitemap(outlet, articles);
        };
    }

    private String rss(SampleOutlet outlet, List<SampleArticle> articles) {
        StringBuilder xml = new StringBuilder(XML)
                .append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n")
                .append(element("title", outlet.name()))
                .append(element("link", home(outlet)))
                .append(element("description", outlet.name()))
                .append(element("language", outlet.language()))
                .append("<atom:link href=\"" + escape(baseUrl + outlet.feedPath())
                        + "\" rel=\"self\" type=\"application/rss+xml\"/>\n");
        for (SampleArticle article : articles) {
            xml.append("<item>\n")
                    .append(element("title", article.title()))
                    .append(element("link", url(article)))
                    .append("<guid isPermaLink=\"false\">" + outlet.id() + ":" + article.slug() + "</guid>\n")
                    .append(element("description", ArticlePage.teaser(article)))
                    .append(optional("category", article.section()))
                    .append(optional("dc:creator", article.byline()));
            if (!article.datelineOnly()) {
                xml.append(element(
                        "pubDate",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                article.published().atZone(outlet.zone()).toOffsetDateTime())));
            }
            xml.append("</item>\n");
        }
        return xml.append("</channel>\n</rss>\n").toString();
    }

    private String atom(SampleOutlet outlet, List<SampleArticle> articles) {
        Instant updated = articles.stream()
                .map(SampleArticle::published)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        StringBuilder xml = new StringBuilder(XML)
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + outlet.language() + "\">\n")
                .append(element("title", outlet.name()))
                .append(element("id", "tag:dateline.example,2026:" + outlet.id()))
                .append("<link href=\"" + escape(home(outlet)) + "\"/>\n")
                .append("<link rel=\"self\" href=\"" + escape(baseUrl + outlet.feedPath()) + "\"/>\n")
                .append(element("updated", updated.toString()));
        for (SampleArticle article : articles) {
            xml.append("<entry>\n")
                    .append(element("title", article.title()))
                    .append("<link rel=\"alternate\" type=\"text/html\" href=\"" + escape(url(article)) + "\"/>\n")
                    .append(element("id", "tag:dateline.example,2026:" + outlet.id() + "/" + article.slug()));
            if (!article.datelineOnly()) {
                String at = article.published().toString();
                xml.append(element("published", at)).append(element("updated", at));
            }
            if (article.byline() != null) {
                xml.append("<author>" + element("name", article.byline()) + "</author>\n");
            }
            if (article.section() != null) {
                xml.append("<category term=\"" + escape(article.section()) + "\"/>\n");
            }
            xml.append(element("summary", ArticlePage.teaser(article))).append("</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private String rdf(SampleOutlet outlet, List<SampleArticle> articles) {
        StringBuilder xml = new StringBuilder(XML)
                .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
                .append("<channel rdf:about=\"" + escape(baseUrl + outlet.feedPath()) + "\">\n")
                .append(element("title", outlet.name()))
                .append(element("link", home(outlet)))
                .append(element("description", outlet.name()))
                .append("<items><rdf:Seq>\n");
        articles.forEach(article -> xml.append("<rdf:li rdf:resource=\"" + escape(url(article)) + "\"/>\n"));
        xml.append("</rdf:Seq></items>\n</channel>\n");
        for (SampleArticle article : articles) {
            xml.append("<item rdf:about=\"" + escape(url(article)) + "\">\n")
                    .append(element("title", article.title()))
                    .append(element("link", url(article)))
                    .append(element("description", ArticlePage.teaser(article)))
                    .append(optional("dc:subject", article.section()))
                    .append(optional("dc:creator", article.byline()));
            if (!article.datelineOnly()) {
                xml.append(element("dc:date", ArticlePage.isoDate(article)));
            }
            xml.append("</item>\n");
        }
        return xml.append("</rdf:RDF>\n").toString();
    }

    private String jsonFeed(SampleOutlet outlet, List<SampleArticle> articles) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", outlet.name());
        feed.put("home_page_url", home(outlet));
        feed.put("feed_url", baseUrl + outlet.feedPath());
        feed.put("language", outlet.language());
        feed.put("items", articles.stream().map(this::jsonItem).toList());
        return json.writeValueAsString(feed);
    }

    private Map<String, Object> jsonItem(SampleArticle article) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", article.outlet().id() + "/" + article.slug());
        item.put("url", url(article));
        item.put("title", article.title());
        item.put("summary", ArticlePage.teaser(article));
        if (!article.datelineOnly()) {
            item.put("date_published", article.published().toString());
        }
        if (article.byline() != null) {
            item.put("authors", List.of(Map.of("name", article.byline())));
        }
        if (article.section() != null) {
            item.put("tags", List.of(article.section()));
        }
        return item;
    }

    private String newsSitemap(SampleOutlet outlet, List<SampleArticle> articles) {
        StringBuilder xml = new StringBuilder(XML)
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                        + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n");
        for (SampleArticle article : articles) {
            xml.append("<url>\n")
                    .append(element("loc", url(article)))
                    .append("<news:news>\n<news:publication>\n")
                    .append(element("news:name", outlet.name()))
                    .append(element("news:language", outlet.language()))
                    .append("</news:publication>\n")
                    .append(element("news:publication_date", ArticlePage.isoDate(article)))
                    .append(element("news:title", article.title()))
                    .append("</news:news>\n</url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    private String home(SampleOutlet outlet) {
        return baseUrl + "/" + outlet.id() + "/";
    }

    private String url(SampleArticle article) {
        return baseUrl + article.path();
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">\n";
    }

    private static String optional(String name, @Nullable String text) {
        return text == null ? "" : element(name, text);
    }
}
