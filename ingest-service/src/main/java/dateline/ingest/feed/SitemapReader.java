package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entries of sitemaps, with Google's news and image extensions, and of sitemap indexes. */
final class SitemapReader {
    private SitemapReader() {}

    static SitemapIndex.@Nullable Location location(XmlElement sitemap, FeedContext context) {
        String url = null;
        FeedDate modified = null;
        for (XmlElement field : sitemap.elements()) {
            switch (field.local()) {
                case "loc" -> url = context.link(field, field.text());
                case "lastmod" -> modified = context.date(field.text());
                default -> {}
            }
        }
        return url == null ? null : new SitemapIndex.Location(url, modified);
    }

    static boolean isNews(XmlElement url) {
        return url.elements().stream().anyMatch(SitemapReader::isNewsField);
    }

    private static boolean isNewsField(XmlElement field) {
        return field.is(Vocabulary.NEWS, "news");
    }

    static FeedEntry entry(XmlElement url, FeedContext context) {
        String link = null;
        String modified = null;
        String image = null;
        News news = new News();
        for (XmlElement field : url.elements()) {
            if (isNewsField(field)) {
                field.elements().forEach(news::read);
            } else if (field.vocabulary() == Vocabulary.SITEMAP_IMAGE
                    && field.local().equals("image")) {
                for (XmlElement child : field.elements()) {
                    image = image == null && child.local().equals("loc") ? context.link(child, child.text()) : image;
                }
            } else if (field.local().equals("loc")) {
                link = context.link(field, field.text());
            } else if (field.local().equals("lastmod")) {
                modified = field.text();
            }
        }
        String title = news.title;
        return new FeedEntry(
                link,
                link,
                title,
                title == null ? null : new FeedText(title, LooksLikeHtml.test(title)).plain(),
                List.of(),
                context.date(news.date),
                context.date(modified),
                null,
                null,
                false,
                news.keywords,
                FeedContext.language(news.language),
                List.of(),
                image,
                null,
                news.publication);
    }

    /** The news extension's fields. */
    private static final class News {
        private @Nullable String title;
        private @Nullable String date;
        private @Nullable String language;
        private @Nullable String publication;
        private final List<String> keywords = new ArrayList<>();

        private void read(XmlElement field) {
            String text = field.text();
            switch (field.local()) {
                case "title" -> title = text;
                case "publication_date" -> date = text;
                case "publication" -> field.elements().forEach(this::read);
                case "name" -> publication = text;
                case "language" -> language = text;
                case "keywords" -> {
                    if (text != null && text.length() <= 10_000) {
                        for (String keyword : text.split(",")) {
                            if (!keyword.isBlank() && !keywords.contains(keyword.strip()) && keywords.size() < 200) {
                                keywords.add(keyword.strip());
                            }
                        }
                    }
                }
                default -> {}
            }
        }
    }
}
