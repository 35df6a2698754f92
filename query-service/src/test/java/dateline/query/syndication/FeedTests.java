package dateline.query.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.Outlet;
import dateline.query.index.ArticleDocument;
import dateline.query.search.ArticleItem;
import dateline.query.search.Snippet;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTests {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Instant PUBLISHED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant REVISED = Instant.parse("2026-01-03T00:00:00Z");

    private static ArticleFeed feed(FeedFormat format, String title) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("q", "salt & \"vinegar\" {x}");
        query.add("entity", "person:a+b");
        ArticleItem item = new ArticleItem(
                ID,
                "https://paper.example/a?b=1&c=2",
                title,
                List.of(),
                null,
                new Outlet("paper.example", "Paper <1>", null, "en", List.of()),
                List.of("A. Writer"),
                new ArticleDate(PUBLISHED, ArticleDate.Precision.SECOND, ArticleDate.Source.FEED),
                PUBLISHED,
                REVISED,
                2,
                "en",
                null,
                List.of(),
                List.of(new ArticleDocument.TopicRef("medtop:1", "ports", 0.9)),
                null,
                new Snippet("Salt < vinegar & more", List.of()));
        return ArticleFeed.of("https://news.example", format, query, List.of(item));
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String text(Document document, String name, int index) {
        return document.getElementsByTagName(name).item(index).getTextContent();
    }

    @Test
    void addressesHoldTheQueryAsDataOnly() {
        ArticleFeed feed = feed(FeedFormat.ATOM, "T");

        assertThat(feed.self())
                .isEqualTo("https://news.example/api/articles/feed?format=atom"
                        + "&q=salt+%26+%22vinegar%22+%7Bx%7D&entity=person%3Aa%2Bb");
        assertThat(feed.page())
                .isEqualTo("https://news.example/?q=salt+%26+%22vinegar%22+%7Bx%7D&entity=person%3Aa%2Bb");
        assertThat(feed.title()).isEqualTo("Dateline: salt & \"vinegar\" {x}, entity person:a+b");
    }

    @Test
    void atomHasWhatRfc4287Asks() throws Exception {
        Document atom = xml(AtomFeed.write(feed(FeedFormat.ATOM, "Salt <b>&</b> \u0001vinegar")));

        assertThat(atom.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(text(atom, "updated", 0)).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(text(atom, "id", 1)).isEqualTo("urn:dateline:article:" + ID);
        assertThat(text(atom, "title", 1)).isEqualTo("Salt <b>&</b> vinegar");
        assertThat(text(atom, "published", 0)).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(text(atom, "summary", 0)).isEqualTo("Salt < vinegar & more");
        assertThat(text(atom, "name", 0)).isEqualTo("Paper <1>");
    }

    @Test
    void rssHasWhatItsReadersNeed() throws Exception {
        Document rss = xml(RssFeed.write(feed(FeedFormat.RSS, "Salt")));

        assertThat(rss.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(text(rss, "guid", 0)).isEqualTo("urn:dateline:article:" + ID);
        assertThat(text(rss, "pubDate", 0)).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(text(rss, "link", 1)).isEqualTo("https://paper.example/a?b=1&c=2");
        assertThat(text(rss, "description", 1)).isEqualTo("Salt &lt; vinegar &amp; more");
        assertThat(text(rss, "dc:creator", 0)).isEqualTo("A. Writer");
        assertThat(rss.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void jsonFeedHasWhatItsReadersNeed() {
        JsonNode feed = JsonMapper.shared().readTree(JsonFeed.write(feed(FeedFormat.JSON, "Salt")));

        assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").asString()).isEqualTo("urn:dateline:article:" + ID);
        assertThat(item.get("date_modified").asString()).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(item.get("content_text").asString()).isEqualTo("Salt < vinegar & more");
        assertThat(item.get("_dateline").get("page").asString()).isEqualTo("https://news.example/articles/" + ID);
    }

    @Test
    void aFeedWithoutArticlesIsStillValid() throws Exception {
        ArticleFeed empty =
                ArticleFeed.of("https://news.example", FeedFormat.ATOM, new LinkedMultiValueMap<>(), List.of());

        assertThat(text(xml(AtomFeed.write(empty)), "updated", 0)).isEqualTo("1970-01-01T00:00:00Z");
        xml(RssFeed.write(empty));
    }
}
