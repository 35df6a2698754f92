package dateline.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsroomServerTests {
    private final Newsroom newsroom = Newsroom.load();
    private final HttpClient client = HttpClient.newHttpClient();
    private NewsroomServer server;

    @BeforeEach
    void start() throws IOException {
        server = NewsroomServer.start(newsroom, 0);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void everyFormatOfFeedOccurs() {
        assertThat(newsroom.outlets()).extracting(SampleOutlet::feed).contains(FeedFormat.values());
    }

    @Test
    void everyFeedIsWellFormedAndLeadsToItsArticles() throws Exception {
        for (SampleOutlet outlet : newsroom.outlets()) {
            HttpResponse<byte[]> feed = get(outlet.feedPath());
            assertThat(feed.statusCode()).as(outlet.id()).isEqualTo(200);
            String text = new String(feed.body(), StandardCharsets.UTF_8);
            if (outlet.feed() == FeedFormat.JSON_FEED) {
                JsonNode items = JsonMapper.builder().build().readTree(text).get("items");
                assertThat(items.size()).isEqualTo(newsroom.articlesOf(outlet).size());
            } else {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(feed.body()));
            }
            for (SampleArticle article : newsroom.articlesOf(outlet)) {
                assertThat(text).contains(server.url() + article.path());
            }
        }
    }

    @Test
    void aPageCarriesTheWholeBodyInTheOutletsEncoding() throws Exception {
        for (SampleArticle article : newsroom.articles()) {
            HttpResponse<byte[]> page = get(article.path());
            assertThat(page.statusCode()).as(article.path()).isEqualTo(200);
            Charset charset = article.outlet().charset();
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).containsIgnoringCase(charset.name());
            String html = new String(page.body(), charset);
            for (String paragraph : article.paragraphs()) {
                assertThat(html).contains("<p>" + Markup.escape(paragraph) + "</p>");
            }
            assertThat(html).contains(Markup.escape(article.title())).doesNotContain("{{");
        }
    }

    @Test
    void anArticleThatHasOnlyADatelineStatesItsDateNowhereElse() throws Exception {
        List<SampleArticle> undated =
                newsroom.articles().stream().filter(SampleArticle::datelineOnly).toList();
        assertThat(undated).isNotEmpty();
        for (SampleArticle article : undated) {
            assertThat(article.gold().dateline()).isNotNull();
            String html =
                    new String(get(article.path()).body(), article.outlet().charset());
            assertThat(html).doesNotContain("2026-04");
        }
    }

    @Test
    void whoHasADocumentAlreadyIsToldSo() throws Exception {
        String path = newsroom.articles().getFirst().path();
        HttpResponse<byte[]> first = get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void thereIsAListOfFeedsAndAManifest() throws Exception {
        String feeds = new String(get("/feeds.yml").body(), StandardCharsets.UTF_8);
        newsroom.outlets().forEach(outlet -> assertThat(feeds).contains(server.url() + outlet.feedPath()));
        JsonNode manifest =
                JsonMapper.builder().build().readTree(get("/manifest.json").body());
        assertThat(manifest.get("articles").asInt())
                .isEqualTo(newsroom.articles().size());
        assertThat(get("/robots.txt").statusCode()).isEqualTo(200);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aRecentNewsroomEndsTodayAndItsWeekdaysMoveAlong() {
        Instant now = Instant.parse("2031-01-15T23:30:00Z");
        Newsroom recent = NewsroomServer.recent(newsroom, now);
        assertThat(recent.newest()).isBetween(Instant.parse("2031-01-15T00:00:00Z"), now);
        SampleArticle before = find(newsroom, "baku-talks-open");
        SampleArticle after = find(recent, "baku-talks-open");
        assertThat(before.body()).contains("Baku, 21 April, Caspian Wire").contains("Palace on Tuesday");
        assertThat(after.body()).doesNotContain("21 April");
        String weekday = after.published()
                .atZone(after.outlet().zone())
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        assertThat(after.body()).contains("Palace on " + weekday);
    }

    private static SampleArticle find(Newsroom newsroom, String slug) {
        return newsroom.articles().stream()
                .filter(article -> article.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        Stream.of(headers).limit(1).forEach(name -> request.headers(headers));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
