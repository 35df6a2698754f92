package dateline.query.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.query.PageParts;
import dateline.query.neighbour.StubService;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AutoConfigureMockMvc(addFilters = false)
@WebMvcTest(controllers = FeedPages.class, properties = "spring.config.name=query-service")
@Import(PageParts.class)
class FeedPagesTests {
    private static final StubService INGEST = new StubService();
    private static final String ID = "0123456789abcdef";
    private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    @Autowired
    private MockMvcTester mvc;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry registry) {
        registry.add("dateline.services.ingest-url", INGEST::url);
    }

    @AfterAll
    static void close() {
        INGEST.close();
    }

    private static String feed(String title, String more) {
        return """
                {"id": "%s", "url": "https://a.example/rss", "title": "%s", "state": "FAILING", "errors": 3,
                 "reason": "no answer in time", "articlesPerDay": 4.5, "fullText": false, "pendingPages": 0,
                 "addedAt": "2026-04-21T12:00:00Z", "outlet": {"id": "a.example", "name": "A"} %s}""".formatted(ID, title, more);
    }

    @BeforeEach
    void begin() {
        INGEST.takeAsked();
        INGEST.on("GET", "/api/feeds/" + ID, 200, feed(EVIL.replace("\"", "'"), ""))
                .on(
                        "GET",
                        "/api/feeds",
                        200,
                        "{\"feeds\": [" + feed("A feed", "") + "], \"total\": 120, \"page\": 1, \"size\": 50,"
                                + " \"states\": {\"OK\": 100, \"FAILING\": 20}, \"silent\": 7}");
    }

    private static String html(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theListIsAPageOfThoseAskedForWithTheWayToTheOthers() {
        MvcTestResult page = mvc.get()
                .uri("/console/feeds?q=a&state=failing&sort=errors&page=1")
                .exchange();

        assertThat(page).hasStatusOk();
        assertThat(INGEST.takeAsked())
                .extracting(StubService.Asked::path)
                .containsExactly("/api/feeds?q=a&state=failing&sort=errors&page=1&size=50");
        assertThat(html(page))
                .contains("A feed", "no answer in time", "51 to 100 of 120")
                .contains("href=\"/console/feeds?q=a&amp;state=failing&amp;sort=errors\"")
                .contains("href=\"/console/feeds?q=a&amp;state=failing&amp;sort=errors&amp;page=2\"")
                .contains("href=\"/console/feeds?q=a&amp;state=silent&amp;sort=errors\"");
    }

    @Test
    void whatAFeedCallsItselfCanNotRun() {
        MvcTestResult page = mvc.get().uri("/console/feeds/" + ID).exchange();

        assertThat(html(page)).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void anAddressThatIsNoWebAddressIsNoLink() {
        INGEST.on(
                "GET", "/api/feeds/" + ID, 200, feed("A", "").replace("https://a.example/rss", "javascript:alert(1)"));

        assertThat(html(mvc.get().uri("/console/feeds/" + ID).exchange())).doesNotContain("href=\"javascript:");
    }

    @Test
    void theHistoryOfErrorsIsShown() {
        INGEST.on(
                "GET",
                "/api/feeds/" + ID,
                200,
                feed(
                        "A",
                        ", \"troubles\": [{\"error\": \"NOT_A_FEED\", \"reason\": \"a page stands there\", \"first\":"
                                + " \"2026-04-20T10:00:00Z\", \"last\": \"2026-04-21T11:00:00Z\", \"times\": 17}]"));

        assertThat(html(mvc.get().uri("/console/feeds/" + ID).exchange()))
                .contains("not a feed", "a page stands there", "20 Apr 2026, 10:00 UTC", ">17<");
    }

    @Test
    void whatIngestCanNotDoIsSaid() {
        INGEST.on("GET", "/api/feeds", 503, "{\"detail\": \"the feeds are not loaded yet\"}");

        MvcTestResult page = mvc.get().uri("/console/feeds").exchange();

        assertThat(page).hasStatus(503);
        assertThat(html(page)).contains("The feeds are not loaded yet.");
    }

    @Test
    void aPreviewShowsWhatWouldBeIngestedAndSubscribesToNothing() {
        INGEST.on("POST", "/api/feeds/preview", 200, """
                {"url": "https://a.example/rss", "title": "A", "format": "RSS 2.0", "entries": 2,
                 "first": [{"title": "Harbour closed", "link": "https://a.example/1", "fetchesPage": true}],
                 "sample": {"title": "Harbour closed", "url": "https://a.example/1", "published": "2026-04-21T12:00:00Z",
                            "paragraphs": ["<b>The harbour</b> was closed."], "characters": 800,
                            "leftOut": {"read more": 2}},
                 "alternatives": [{"url": "https://a.example/sport", "title": "Sport"}], "notes": ["no guid"]}""");

        String html = html(mvc.post()
                .uri("/console/feeds/preview")
                .param("url", " https://a.example/ ")
                .exchange());

        assertThat(html)
                .contains("What would be ingested", "&lt;b&gt;The harbour&lt;/b&gt; was closed.", "2 × read more")
                .contains("https://a.example/sport", "its page is fetched");
        assertThat(INGEST.takeAsked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"url\":\"https://a.example/\"}"))
                .satisfies(asked -> assertThat(asked.by()).isEqualTo("console at 127.0.0.1"));
    }

    @Test
    void whyNoFeedIsThereIsSaidAndItCanStillBeAdded() {
        INGEST.on(
                "POST", "/api/feeds/preview", 400, "{\"detail\": \"url no feed was found there\", \"field\": \"url\"}");

        assertThat(html(mvc.post()
                        .uri("/console/feeds/preview")
                        .param("url", "https://a.example/")
                        .exchange()))
                .contains("Url no feed was found there.", "Add it unseen");
    }

    @Test
    void pollNowGoesToIngestAndBackToTheListAsItWas() {
        INGEST.on("POST", "/api/feeds/" + ID + "/poll", 202, feed("A", ""));

        MvcTestResult answer = mvc.post()
                .uri("/console/feeds/" + ID + "/poll")
                .param("back", "/console/feeds?state=failing&page=2")
                .exchange();

        assertThat(answer).hasRedirectedUrl("/console/feeds?state=failing&page=2");
        assertThat(answer.getMvcResult().getFlashMap().get("done"))
                .isEqualTo("It is polled as soon as its site's turn comes.");
    }

    @Test
    void thereIsNoWayBackToAnotherSite() {
        INGEST.on("POST", "/api/feeds/" + ID + "/pause", 200, feed("A", ""));

        assertThat(mvc.post()
                        .uri("/console/feeds/" + ID + "/pause")
                        .param("back", "https://evil.example/")
                        .exchange())
                .hasRedirectedUrl("/console/feeds/" + ID);
    }

    @Test
    void opmlGoesOutAndIn() {
        INGEST.on("GET", "/api/feeds/opml", 200, "<?xml version=\"1.0\"?><opml/>")
                .on("POST", "/api/feeds/opml", 200, "{\"added\": 2, \"existing\": 1, \"failed\": []}");

        MvcTestResult out = mvc.get().uri("/console/feeds/opml").exchange();
        assertThat(html(out)).isEqualTo("<?xml version=\"1.0\"?><opml/>");
        assertThat(out.getResponse().getHeader("Content-Disposition")).contains("dateline-feeds.opml");

        MvcTestResult in = mvc.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/console/feeds/opml")
                        .file(new MockMultipartFile("file", "a.opml", "text/xml", "<opml/>".getBytes())));
        assertThat(in.getMvcResult().getFlashMap().get("done")).isEqualTo("2 feeds were added, 1 were there already.");
        assertThat(INGEST.takeAsked())
                .last()
                .extracting(StubService.Asked::body)
                .isEqualTo("<opml/>");
    }
}
