package dateline.query.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dateline.query.search.ArticleItem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
    private JsonFeed() {}

    private record Feed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePage,
            @JsonProperty("feed_url") String self,
            List<Item> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") String published,
            @JsonProperty("date_modified") String modified,
            List<Author> authors,
            List<String> tags,
            @Nullable String language,
            @JsonProperty("_dateline") Own own) {}

    private record Author(String name) {}

    /** What is ours, by the rule for extensions. */
    private record Own(String about, String page, String outlet) {}

    static String write(ArticleFeed feed) {
        return JsonMapper.shared()
                .writeValueAsString(new Feed(
                        "https://jsonfeed.org/version/1.1",
                        feed.title(),
                        feed.page(),
                        feed.self(),
                        feed.entries().stream().map(JsonFeed::item).toList()));
    }

    private static Item item(ArticleFeed.Entry entry) {
        ArticleItem article = entry.article();
        return new Item(
                entry.id(),
                entry.link(),
                article.title(),
                article.snippet().text(),
                article.published().at().toString(),
                article.revisedAt().toString(),
                Stream.concat(Stream.of(article.outlet().name()), article.bylines().stream())
                        .map(Author::new)
                        .toList(),
                article.topics().stream().map(topic -> topic.name()).toList(),
                article.language(),
                new Own(
                        "page: the article's page at Dateline; outlet: the outlet's id",
                        entry.page(),
                        article.outlet().id()));
    }
}
