package dateline.ingest.poll;

import static dateline.ingest.fetch.FaultServer.answer;
import static dateline.ingest.fetch.FaultServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.ContractJson;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.Topic;
import dateline.contract.log.ArticleTrace;
import dateline.ingest.fetch.FaultServer;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.LocalFetchers;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedId;
import dateline.ingest.subscribe.FeedView;
import dateline.ingest.subscribe.FeedView.State;
import dateline.ingest.subscribe.PollError;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

// Closed afterwards: as a member of the group that shares the feeds it would poll those of other tests.
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=ingest-service",
            "dateline.feeds.min-interval=1s",
            "dateline.feeds.interval=2s",
            "dateline.feeds.max-interval=1h",
            "dateline.feeds.page-attempts=2",
            "dateline.feeds.page-retry=200ms",
            "dateline.fetch.pause=0s",
            "dateline.fetch.feed-deadline=3s",
            "dateline.fetch.page-deadline=3s",
            "dateline.fetch.allowed-hosts=good.test,other.test,slow.test,drip.test,busy.test,moved.test,gone.test,html.test,"
                    + "bomb.test,endless.test,loop.test,wall.test,home.test,xxe.test,broken.test,robots.test,flaky.test,late.test"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
class PollingIT {
    @TestConfiguration
    static class ManySitesOnOneMachine {
        @Bean
        @Primary
        Fetcher localFetcher(FetchProperties properties) {
            return LocalFetchers.create(properties);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private FeedDirectory directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ContractJson json = new ContractJson();
    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
    }

    @AfterEach
    void stop() throws Exception {
        for (FeedView view : directory.all().toList()) {
            call("DELETE", "/api/feeds/" + view.feed().id(), null);
        }
        server.close();
    }

    private String at(String site, String path) {
        return "http://" + site + ".test:" + server.port() + path;
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Sample</title>" + items
                + "</channel></rss>";
    }

    private String item(String site, int number) {
        return "<item><title>Story %d of %s</title><link>%s</link><guid>%d</guid><description>In short: %d</description></item>"
                .formatted(number, site, at(site, "/page/" + number), number, number);
    }

    private static String page(String title) {
        String text = "<p>The harbour was closed on Tuesday after a ship lost its anchor, the port office said. Nobody"
                + " was hurt, and divers will look for the anchor as soon as the wind allows it.</p>";
        return "<html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>"
                + text.repeat(4) + "</article></body></html>";
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void add(String url) throws Exception {
        HttpResponse<String> response = call("POST", "/api/feeds", "{\"url\": \"" + url + "\", \"check\": false}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private FeedView awaitState(String url, State state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> directory.find(FeedId.of(url)).orElse(null),
                        view -> view != null && view.state() == state);
    }

    private List<IncomingArticle> articles(int count, String requestedFrom) {
        try (TopicProbe probe = new TopicProbe(Topic.INCOMING.topicName())) {
            return probe
                    .await(
                            count,
                            row -> article(row.value()).origin().requestedUrl().startsWith(requestedFrom))
                    .stream()
                    .map(row -> article(row.value()))
                    .toList();
        }
    }

    private Set<String> traces(String requestedFrom) {
        try (TopicProbe probe = new TopicProbe(Topic.INCOMING.topicName())) {
            return probe
                    .await(
                            2,
                            row -> article(row.value()).origin().requestedUrl().startsWith(requestedFrom))
                    .stream()
                    .map(row ->
                            String.valueOf(ArticleTrace.parent(row.headers())).replaceAll("-[0-9a-f]{16}-0.$", ""))
                    .collect(Collectors.toSet());
        }
    }

    private IncomingArticle article(byte[] value) {
        return (IncomingArticle) json.read(value, Incoming.class);
    }

    @Test
    void everyEntryOfAFeedBecomesOneArticleOfItsPage() throws Exception {
        server.on("/feed", answer(200, rss(item("good", 1) + item("good", 2)), "ETag", "\"a\""))
                .on("/page/1", answer(200, page("Anchor lost in the harbour"), "Content-Type", "text/html"))
                .on("/page/2", answer(200, page("Anchor found"), "Content-Type", "text/html"));
        add(at("good", "/feed"));
        List<IncomingArticle> articles = articles(2, at("good", "/"));
        assertThat(articles)
                .extracting(IncomingArticle::title)
                .containsExactlyInAnyOrder("Anchor lost in the harbour", "Anchor found");
        assertThat(articles.getFirst().body()).contains("divers will look for the anchor");
        assertThat(traces(at("good", "/")))
                .as("both belong to the trace of the poll that found them")
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("00-[0-9a-f]{32}");
        assertThat(articles.getFirst().origin().feedId()).isEqualTo(FeedId.of(at("good", "/feed")));
        await().until(() -> server.requests().stream().filter("/feed"::equals).count() >= 3);
        assertThat(articles(2, at("good", "/"))).as("polled again, still once").hasSize(2);
        assertThat(server.requests().stream().filter("/page/1"::equals)).hasSize(1);
        FeedView view = awaitState(at("good", "/feed"), State.OK);
        assertThat(view.status().title()).isEqualTo("Sample");
        assertThat(view.status().nextDue()).isAfter(view.status().lastPoll());
    }

    @Test
    void faultsAreNamedAndDelayNoOtherFeed() throws Exception {
        String xxe = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaaaaaaaaa\">"
                + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        AtomicInteger polls = new AtomicInteger();
        server.on(
                        "/ok",
                        exchange -> answer(200, rss(item("other", polls.incrementAndGet() > 0 ? 1 : 0)))
                                .answer(exchange))
                .on("/page/1", answer(200, page("Bridge opens"), "Content-Type", "text/html"))
                .on("/drip", server.drip())
                .on("/endless", server.endless())
                .on("/bomb", answer(200, FaultServer.gzip(new byte[50_000_000]), "Content-Encoding", "gzip"))
                .on("/loop", redirect(302, "/loop2"))
                .on("/loop2", redirect(302, "/loop"))
                .on("/inside", redirect(302, "http://127.0.0.1:" + server.port() + "/ok"))
                .on("/busy", answer(429, "", "Retry-After", "3600"))
                .on("/crowded", answer(429, ""))
                .on(
                        "/html",
                        answer(
                                200,
                                "<html><title>Welcome</title><body>Hello</body></html>",
                                "Content-Type",
                                "text/html"))
                .on("/wall", answer(403, "<html>", "cf-mitigated", "challenge"))
                .on("/gone", answer(410, ""))
                .on(
                        "/xxe",
                        answer(
                                200,
                                xxe
                                        + rss("<item><title>From &x;to &c;</title><link>" + at("xxe", "/gone/1")
                                                + "</link></item>")))
                .on(
                        "/broken",
                        answer(200, "PHP Warning: x in y\n<rss><channel><title>Bro&ken<item><title>\u0001A & B"));
        add(at("other", "/ok"));
        add(at("drip", "/drip"));
        add(at("endless", "/endless"));
        add(at("bomb", "/bomb"));
        add(at("loop", "/loop"));
        add(at("moved", "/inside"));
        add(at("busy", "/busy"));
        add(at("slow", "/crowded"));
        add(at("html", "/html"));
        add(at("wall", "/wall"));
        add(at("gone", "/gone"));
        add(at("xxe", "/xxe"));
        add(at("broken", "/broken"));
        add("http://nowhere.invalid/feed");
        assertError(at("drip", "/drip"), PollError.TIMEOUT);
        assertError(at("endless", "/endless"), PollError.TOO_LARGE);
        assertError(at("bomb", "/bomb"), PollError.TOO_LARGE);
        assertError(at("loop", "/loop"), PollError.REDIRECT);
        assertError(at("moved", "/inside"), PollError.REFUSED_ADDRESS);
        assertError(at("slow", "/crowded"), PollError.RATE_LIMITED);
        assertError(at("html", "/html"), PollError.NOT_A_FEED);
        assertError(at("wall", "/wall"), PollError.BOT_WALL);
        assertError("http://nowhere.invalid/feed", PollError.UNKNOWN_HOST);
        FeedView busy = assertError(at("busy", "/busy"), PollError.RATE_LIMITED);
        assertThat(busy.status().nextDue()).isAfter(Instant.now().plus(Duration.ofMinutes(58)));
        assertThat(awaitState(at("gone", "/gone"), State.GONE).status().nextDue())
                .isNull();
        awaitState(at("xxe", "/xxe"), State.OK);
        assertThat(articles(1, at("xxe", "/")).getFirst().title())
                .as("no entity is expanded")
                .startsWith("From")
                .doesNotContain("root:", "aaaaaaaaaa");
        assertThat(awaitState(at("broken", "/broken"), State.OK).status().notes())
                .isNotEmpty();
        // Every second, the drip notwithstanding.
        int before = polls.get();
        await().atMost(Duration.ofSeconds(15)).until(() -> polls.get() >= before + 4);
        assertThat(articles(1, at("other", "/"))).hasSize(1);
    }

    private FeedView assertError(String url, PollError error) {
        FeedView view = awaitState(url, State.FAILING);
        assertThat(view.status().error())
                .as(url + ": " + view.status().reason())
                .isEqualTo(error);
        assertThat(view.status().reason()).isNotBlank();
        return view;
    }

    @Test
    void aPageThatCanNotBeHadIsReplacedByTheFeedsOwnText() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        server.on("/feed", answer(200, rss(item("flaky", 1) + item("flaky", 2) + item("flaky", 3))))
                .on("/page/1", answer(500, ""))
                .on("/page/2", answer(404, ""))
                .on(
                        "/page/3",
                        exchange -> (tries.incrementAndGet() == 1
                                        ? answer(503, "")
                                        : answer(200, page("Late but there"), "Content-Type", "text/html"))
                                .answer(exchange));
        add(at("flaky", "/feed"));
        List<IncomingArticle> articles = articles(3, at("flaky", "/"));
        assertThat(articles)
                .extracting(IncomingArticle::title)
                .containsExactlyInAnyOrder("Story 1 of flaky", "Story 2 of flaky", "Late but there");
        assertThat(articles)
                .filteredOn(article -> article.title().equals("Story 2 of flaky"))
                .singleElement()
                .satisfies(article -> {
                    assertThat(article.body()).isEqualTo("In short: 2");
                    assertThat(article.origin().notes())
                            .singleElement()
                            .asString()
                            .contains("404");
                });
    }

    @Test
    void aPageThatRobotsTxtDisallowsIsNotFetched() throws Exception {
        server.on("/robots.txt", answer(200, "User-agent: *\nDisallow: /page/2\n", "Content-Type", "text/plain"))
                .on("/feed", answer(200, rss(item("robots", 1) + item("robots", 2))))
                .on("/page/1", answer(200, page("Allowed"), "Content-Type", "text/html"))
                .on("/page/2", answer(200, page("Disallowed"), "Content-Type", "text/html"));
        add(at("robots", "/feed"));
        assertThat(articles(2, at("robots", "/")))
                .extracting(IncomingArticle::title)
                .containsExactlyInAnyOrder("Allowed", "Story 2 of robots");
        assertThat(server.requests()).doesNotContain("/page/2");
    }

    @Test
    void aHomePageLeadsToItsFeed() throws Exception {
        server.on("/", answer(404, ""))
                .on(
                        "/home",
                        answer(
                                200,
                                "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" title=\"News\" href=\"/feed\">"
                                        + "</head><body>Welcome</body></html>",
                                "Content-Type",
                                "text/html"))
                .on("/feed", answer(200, rss(item("home", 1))))
                .on("/page/1", answer(200, page("Harbour closed"), "Content-Type", "text/html"));
        JsonNode preview =
                mapper.readTree(call("POST", "/api/feeds/preview", "{\"url\": \"" + at("home", "/home") + "\"}")
                        .body());
        assertThat(preview.path("url").asString()).isEqualTo(at("home", "/feed"));
        assertThat(preview.path("first").path(0).path("fetchesPage").asBoolean())
                .isTrue();
        assertThat(preview.path("sample").path("title").asString()).isEqualTo("Harbour closed");
        assertThat(preview.path("sample").path("paragraphs").path(0).asString()).startsWith("The harbour was closed");
        assertThat(mapper.readTree(call("GET", "/api/feeds/summary", null).body())
                        .path("total")
                        .asInt())
                .as("a preview subscribes to nothing")
                .isZero();
        HttpResponse<String> added = call(
                "POST", "/api/feeds", "{\"url\": \"" + at("home", "/home") + "\", \"outlet\": {\"country\": \"am\"}}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode feed = mapper.readTree(added.body()).get("feed");
        assertThat(feed.get("url").asString()).isEqualTo(at("home", "/feed"));
        assertThat(feed.get("outlet").get("country").asString()).isEqualTo("AM");
        HttpResponse<String> twice = call("POST", "/api/feeds", "{\"url\": \"" + at("home", "/feed") + "\"}");
        assertThat(twice.statusCode()).isEqualTo(409);
    }

    @Test
    void badInputIsAnsweredWithTheFieldThatIsWrong() throws Exception {
        assertProblem("{\"url\": \"ftp://example.org\"}", "url");
        assertProblem("{}", "url");
        assertProblem(
                "{\"url\": \"https://example.org/a\", \"check\": false, \"outlet\": {\"country\": \"Mars\"}}",
                "outlet.country");
        assertProblem(
                "{\"url\": \"https://example.org/a\", \"check\": false, \"minInterval\": \"soon\"}", "minInterval");
        assertProblem("{\"url\": \"https://example.org/a\", \"colour\": 1}", "colour");
        HttpResponse<String> none = call("GET", "/api/feeds/0123456789abcdef", null);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private void assertProblem(String body, String field) throws Exception {
        HttpResponse<String> response = call("POST", "/api/feeds", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(mapper.readTree(response.body()).get("field").asString()).isEqualTo(field);
    }

    @Test
    void aPausedFeedIsLeftAloneAndPollNowDoesNotWait() throws Exception {
        server.on("/feed", answer(200, rss(""), "Cache-Control", "max-age=3000"));
        String url = at("late", "/feed");
        String path = "/api/feeds/" + FeedId.of(url);
        add(url);
        awaitState(url, State.OK);
        assertThat(server.requests()).hasSize(1);
        assertThat(call("POST", path + "/poll", null).statusCode()).isEqualTo(202);
        await().until(() -> server.requests().size() == 2);
        assertThat(call("POST", path + "/pause", null).statusCode()).isEqualTo(200);
        assertThat(call("POST", path + "/poll", null).statusCode()).isEqualTo(409);
        assertThat(mapper.readTree(call("GET", "/api/feeds?state=paused", null).body())
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(call("POST", path + "/resume", null).statusCode()).isEqualTo(200);
        assertThat(call("PATCH", path, "{\"title\": \"Mine\", \"maxInterval\": \"2h\"}")
                        .body())
                .contains("\"title\":\"Mine\"", "\"maxInterval\":\"PT2H\"");
        assertThat(call("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(call("GET", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void subscriptionsComeAndGoAsOpml() throws Exception {
        String opml =
                "<opml><body><outline text=\"Daily\"><outline text=\"One &amp; two\" xmlUrl=\"https://opml.invalid/1\"/>"
                        + "<outline xmlUrl=\"ftp://opml.invalid/2\"/></outline></body></opml>";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/feeds/opml"))
                .header("Content-Type", "text/x-opml")
                .POST(HttpRequest.BodyPublishers.ofString(opml))
                .build();
        JsonNode imported = mapper.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(imported.get("added").asInt()).isEqualTo(1);
        assertThat(imported.get("failed").get(0).get("field").asString()).isEqualTo("url");
        HttpResponse<String> exported = call("GET", "/api/feeds/opml", null);
        assertThat(exported.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/x-opml");
        assertThat(exported.body())
                .contains("xmlUrl=\"https://opml.invalid/1\"", "One &amp; two", "category=\"Daily\"");
    }
}
