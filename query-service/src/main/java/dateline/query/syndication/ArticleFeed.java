package dateline.query.syndication;

import dateline.query.search.ArticleItem;
import java.time.Instant;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A feed's content, whatever it is written in. Made of nothing but the articles and the query, so that it is the same
 * until one of them changes.
 *
 * @param title what to show
 * @param self its own address
 * @param page the address of the page with the same articles
 * @param entries the articles
 */
record ArticleFeed(String title, String self, String page, List<ArticleFeed.Entry> entries) {
    ArticleFeed {
        entries = List.copyOf(entries);
    }

    /**
     * An article.
     *
     * @param id for ever the same and unlike all others: a URN
     * @param link where it was published
     * @param page its page here, which stays where it is
     */
    record Entry(String id, String link, String page, ArticleItem article) {}

    /**
     * The feed of these articles.
     *
     * @param address this service's own, without a slash at the end
     * @param query the parameters that say which articles
     */
    static ArticleFeed of(
            String address, FeedFormat format, MultiValueMap<String, String> query, List<ArticleItem> articles) {
        UriComponentsBuilder self = UriComponentsBuilder.fromUriString(address + "/api/articles/feed")
                .queryParam("format", format.name().toLowerCase(java.util.Locale.ROOT));
        UriComponentsBuilder page = UriComponentsBuilder.fromUriString(address + "/");
        StringBuilder title = new StringBuilder("Dateline");
        // What a value holds is data, never a part of the address.
        query.forEach((name, values) -> values.forEach(value -> {
            String encoded = java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
            self.queryParam(name, encoded);
            page.queryParam(name, encoded);
            title.append(title.indexOf(":") < 0 ? ": " : ", ").append(name.equals("q") ? value : name + " " + value);
        }));
        return new ArticleFeed(
                title.toString(),
                self.build(true).toUriString(),
                page.build(true).toUriString(),
                articles.stream()
                        .map(article -> new Entry(
                                "urn:dateline:article:" + article.id(),
                                article.url(),
                                address + "/articles/" + article.id(),
                                article))
                        .toList());
    }

    /** When the newest revision in it was seen; the beginning of 1970 if there is none, since feeds must state a time. */
    Instant updated() {
        return entries.stream()
                .map(entry -> entry.article().revisedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
