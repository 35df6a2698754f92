package dateline.newsroom;

import static dateline.newsroom.Markup.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Renders an article, or an outlet's front page, with the furniture of its outlet's template. */
final class ArticlePage {
    private static final int TEASER_LENGTH = 180;

    private final String baseUrl;
    private final JsonMapper json = JsonMapper.builder().build();

    ArticlePage(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The page of an article; {@code others} are what its outlet links to beside it. */
    String render(SampleArticle article, List<SampleArticle> others) {
        SampleOutlet outlet = article.outlet();
        Map<String, String> values = new HashMap<>(frame(outlet, others));
        boolean dated = !article.datelineOnly();
        values.put("title", escape(article.title()));
        values.put("url", baseUrl + article.path());
        values.put("byline", escape(Objects.requireNonNullElse(article.byline(), "")));
        values.put("section", escape(Objects.requireNonNullElse(article.section(), "News")));
        values.put("description", escape(teaser(article)));
        values.put("textDate", dated ? escape(textDate(article)) : "");
        values.put("isoDate", dated ? isoDate(article) : "");
        values.put("jsonLd", jsonLd(article));
        values.put("body", paragraphs(article));
        return Markup.fill(template(outlet.style()), values);
    }

    /** The front page: the outlet's frame around a list of its articles. */
    String frontPage(SampleOutlet outlet, List<SampleArticle> articles) {
        String list = articles.stream()
                .map(article ->
                        "<li><a href=\"" + escape(article.path()) + "\">" + escape(article.title()) + "</a></li>")
                .collect(Collectors.joining("\n"));
        Map<String, String> values = new HashMap<>(frame(outlet, articles));
        values.put("list", list);
        values.put("feedType", outlet.feed().contentType().replaceFirst(";.*", ""));
        return Markup.fill(resource("front.html"), values);
    }

    private Map<String, String> frame(SampleOutlet outlet, List<SampleArticle> others) {
        Map<String, String> values = new HashMap<>();
        values.put("outlet", escape(outlet.name()));
        values.put("outletUrl", baseUrl + "/" + outlet.id() + "/");
        values.put("feedUrl", baseUrl + outlet.feedPath());
        values.put("lang", outlet.language());
        values.put("dir", "ar".equals(outlet.language()) ? "rtl" : "ltr");
        values.put("charset", outlet.charset().name().toLowerCase(Locale.ROOT));
        List<SampleArticle> related = others.stream().limit(4).toList();
        values.put(
                "related",
                related.stream()
                        .map(other ->
                                "<li><a href=\"" + escape(other.path()) + "\">" + escape(other.title()) + "</a></li>")
                        .collect(Collectors.joining("\n")));
        values.put(
                "relatedTeasers",
                related.stream().map(ArticlePage::relatedTeaser).collect(Collectors.joining("\n")));
        values.put(
                "firstRelated",
                related.isEmpty() ? "" : escape(related.getFirst().title()));
        values.put(
                "firstRelatedUrl",
                related.isEmpty() ? "" : escape(related.getFirst().path()));
        return values;
    }

    private static String relatedTeaser(SampleArticle other) {
        return "<div class=\"card\"><h4><a href=\"" + escape(other.path()) + "\">" + escape(other.title())
                + "</a></h4><p>" + escape(teaser(other)) + "</p></div>";
    }

    /** The beginning of the article as feeds and cards show it, cut at a word. */
    static String teaser(SampleArticle article) {
        String first = article.paragraphs().getFirst();
        if (first.length() <= TEASER_LENGTH) {
            return first;
        }
        int space = first.lastIndexOf(' ', TEASER_LENGTH);
        return first.substring(0, space < 0 ? TEASER_LENGTH : space) + "…";
    }

    private static String paragraphs(SampleArticle article) {
        List<String> all = article.paragraphs();
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            html.append("<p>").append(escape(all.get(i))).append("</p>\n");
            if (article.outlet().style() == PageStyle.TABLOID && i == 1) {
                html.append("<aside class=\"promo\"><a href=\"#\">READ MORE</a></aside>\n");
            }
        }
        return html.toString();
    }

    private String textDate(SampleArticle article) {
        SampleOutlet outlet = article.outlet();
        Locale locale = Locale.forLanguageTag(outlet.language());
        if (article.publishedDay()) {
            return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day(article));
        }
        return DateTimeFormatter.ofPattern(outlet.style().datePattern(), locale)
                .format(article.published().atZone(outlet.zone()));
    }

    private static LocalDate day(SampleArticle article) {
        return article.published().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** As precise as it is known: a day stays a day. */
    static String isoDate(SampleArticle article) {
        if (article.publishedDay()) {
            return day(article).toString();
        }
        ZonedDateTime local = article.published().atZone(article.outlet().zone());
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
    }

    private String jsonLd(SampleArticle article) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "NewsArticle");
        data.put("headline", article.title());
        data.put("inLanguage", article.gold().language());
        data.put("url", baseUrl + article.path());
        if (!article.datelineOnly()) {
            data.put("datePublished", isoDate(article));
        }
        String byline = article.byline();
        if (byline != null) {
            data.put("author", Map.of("@type", "Person", "name", byline));
        }
        data.put(
                "publisher",
                Map.of("@type", "Organization", "name", article.outlet().name()));
        // "</" would end the script element that holds the data.
        return json.writeValueAsString(data).replace("</", "<\\/");
    }

    private static String template(PageStyle style) {
        return resource(style.templateName());
    }

    private static String resource(String name) {
        try (InputStream in = ArticlePage.class.getResourceAsStream("/newsroom/pages/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
