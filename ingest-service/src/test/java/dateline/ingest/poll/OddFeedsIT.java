package dateline.ingest.poll;

import static dateline.ingest.fetch.FaultServer.answer;
import static dateline.ingest.fetch.FaultServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.ArticleDate;
import dateline.contract.ContractJson;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.Outlet;
import dateline.contract.Topic;
import dateline.ingest.fetch.FaultServer;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.LocalFetchers;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedId;
import dateline.ingest.subscribe.FeedRegistry;
import dateline.ingest.subscribe.FeedView;
import dateline.ingest.subscribe.FeedView.State;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Faults that lie in what a server says, not in whether it answers: what the feed's status says of each. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=ingest-service",
            "dateline.feeds.group=odd-feeds",
            "dateline.feeds.min-interval=300ms",
            "dateline.feeds.interval=600ms",
            "dateline.feeds.max-interval=1h",
            "dateline.feeds.unconditional-share=0.4",
            "dateline.feeds.page-attempts=1",
            "dateline.fetch.pause=0s",
            "dateline.fetch.feed-deadline=3s",
            "dateline.fetch.allowed-hosts=steady.test,stuck.test,guids.test,charset.test,dates.test,moving.test,index.test"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
class OddFeedsIT {
    @TestConfiguration
    static class ManySitesOnOneMachine {
        @Bean
        @Primary
        Fetcher localFetcher(FetchProperties properties) {
            return LocalFetchers.create(properties);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private FeedDirectory directory;

    @Autowired
    private FeedRegistry registry;

    private final ContractJson json = new ContractJson();
    private final AtomicInteger steady = new AtomicInteger();
    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
        server.on("/steady", exchange -> {
            steady.incrementAndGet();
            answer(200, rss("")).answer(exchange);
        });
        add(at("steady", "/steady"));
    }

    @AfterEach
    void stop() {
        directory.all().map(FeedView::feed).toList().forEach(registry::remove);
        server.close();
    }

    private String at(String site, String path) {
        return "http://" + site + ".test:" + server.port() + path;
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Sample</title>" + items + "</channel></rss>";
    }

    private static String item(String title, String link, String more) {
        return "<item><title>" + title + "</title><link>" + link + "</link><description>In short.</description>" + more
                + "</item>";
    }

    private void add(String url) {
        Outlet outlet = new Outlet("sample", "Sample", null, null, List.of());
        registry.put(
                new Subscription(FeedId.of(url), url, null, outlet, false, null, null, false, Instant.now(), null));
    }

    private FeedView view(String url) {
        return directory.find(FeedId.of(url)).orElseThrow();
    }

    private void awaitOk(String url) {
        await().atMost(PATIENCE).until(() -> view(url).state() == State.OK);
    }

    private long requests(String path) {
        return server.requests().stream().filter(path::equals).count();
    }

    private List<IncomingArticle> articles(String site, int count) {
        try (TopicProbe probe = new TopicProbe(Topic.INCOMING.topicName())) {
            return probe
                    .await(
                            count,
                            row -> article(row.value()).origin().requestedUrl().startsWith(at(site, "/")))
                    .stream()
                    .map(row -> article(row.value()))
                    .toList();
        }
    }

    private IncomingArticle article(byte[] value) {
        return (IncomingArticle) json.read(value, Incoming.class);
    }

    /** Another site's feed is polled twice a second or so, whatever the odd one does. */
    private void assertOthersGoOn() {
        int before = steady.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> steady.get() >= before + 4);
        assertThat(view(at("steady", "/steady")).state()).isEqualTo(State.OK);
    }

    @Test
    void aStuckETagIsFoundOutAndNotBelievedAgain() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger conditional = new AtomicInteger();
        server.on("/feed", exchange -> {
            int poll = asked.incrementAndGet();
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                conditional.incrementAndGet();
                answer(304, "").answer(exchange);
            } else {
                answer(200, rss(item("Story " + poll, at("stuck", "/page/" + poll), "")), "ETag", "\"stuck\"")
                        .answer(exchange);
            }
        });
        String url = at("stuck", "/feed");
        add(url);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(view(url).status().notes())
                        .contains(
                                "the server's validators did not change when the feed did: it is asked without them"));
        assertThat(view(url).state()).isEqualTo(State.OK);
        int believed = conditional.get();
        for (int i = 0; i < 3; i++) {
            int polls = asked.get();
            registry.put(view(url).feed().withPollRequested(Instant.now()));
            await().atMost(PATIENCE).until(() -> asked.get() > polls);
        }
        assertThat(conditional).as("asked without them").hasValue(believed);
        assertOthersGoOn();
    }

    @Test
    void sharedAndMissingGuidsLoseNothingAndRepeatNothing() {
        String feed = rss(item("One", at("guids", "/page/1"), "<guid>same</guid>")
                + item("Two", at("guids", "/page/2"), "<guid>same</guid>")
                + item("Three", at("guids", "/page/3"), "")
                + item("Four", at("guids", "/page/4"), "<guid></guid>"));
        server.on("/feed", answer(200, feed)).on("/page/", answer(404, ""));
        String url = at("guids", "/feed");
        add(url);
        assertThat(articles("guids", 4))
                .extracting(IncomingArticle::title)
                .containsExactlyInAnyOrder("One", "Two", "Three", "Four");
        await().atMost(PATIENCE).until(() -> requests("/feed") >= 4);
        assertThat(articles("guids", 4)).as("polled again, still four").hasSize(4);
        assertThat(requests("/page/1")).isEqualTo(1);
        awaitOk(url);
        assertThat(view(url).status().error()).isNull();
        assertOthersGoOn();
    }

    @Test
    void aWrongCharsetIsSeenThrough() {
        String feed = "<?xml version=\"1.0\" encoding=\"us-ascii\"?>"
                + rss(item("Größe ändert alles", at("charset", "/page/1"), ""));
        server.on(
                        "/feed",
                        answer(
                                200,
                                feed.getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "text/xml; charset=iso-8859-1"))
                .on("/page/", answer(404, ""));
        String url = at("charset", "/feed");
        add(url);
        assertThat(articles("charset", 1).getFirst().title()).isEqualTo("Größe ändert alles");
        awaitOk(url);
        assertOthersGoOn();
    }

    @Test
    void absurdDatesAreNamedAndNotBelieved() {
        server.on(
                        "/feed",
                        answer(
                                200,
                                rss(item(
                                                "Future",
                                                at("dates", "/page/1"),
                                                "<pubDate>Fri, 01 Jan 2099 00:00:00 GMT</pubDate>")
                                        + item("Words", at("dates", "/page/2"), "<pubDate>the other day</pubDate>"))))
                .on("/page/", answer(404, ""));
        String url = at("dates", "/feed");
        add(url);
        assertThat(articles("dates", 2)).allSatisfy(article -> {
            assertThat(article.published().source()).isEqualTo(ArticleDate.Source.FIRST_SEEN);
            assertThat(article.published().at()).isBetween(Instant.now().minusSeconds(300), Instant.now());
        });
        awaitOk(url);
        assertThat(String.join("\n", view(url).status().notes()))
                .contains("implausible date \"Fri, 01 Jan 2099 00:00:00 GMT\"", "unknown date form \"the other day\"");
        assertOthersGoOn();
    }

    @Test
    void aMoveIsFollowedButNotBelievedAtOnce() {
        server.on("/feed", redirect(301, "/new")).on("/new", answer(200, rss("")));
        String url = at("moving", "/feed");
        add(url);
        awaitOk(url);
        await().atMost(PATIENCE).until(() -> requests("/new") >= 3);
        assertThat(view(url).status().currentUrl()).isNull();
        assertThat(requests("/feed")).isGreaterThanOrEqualTo(3);
        assertOthersGoOn();
    }

    @Test
    void aNameThatLeadsInsideIsRefusedWithoutARequest() {
        // Public when somebody looked it up to add it, perhaps; what counts is what it is when the connection is made.
        String url = at("rebound", "/inside");
        server.on("/inside", answer(200, rss("")));
        add(url);
        await().atMost(PATIENCE).until(() -> view(url).state() == State.FAILING);
        assertThat(view(url).status().error()).isEqualTo(PollError.REFUSED_ADDRESS);
        assertThat(view(url).status().reason()).contains("rebound.test");
        assertThat(requests("/inside")).isZero();
        assertOthersGoOn();
    }

    @Test
    void aSitemapIndexBringsTheNewsOfItsNewestSitemaps() {
        Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String index = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<sitemap><loc>" + at("index", "/new.xml") + "</loc><lastmod>" + today + "</lastmod></sitemap>"
                + "<sitemap><loc>" + at("index", "/old.xml") + "</loc><lastmod>2019-01-01</lastmod></sitemap>"
                + "</sitemapindex>";
        String sitemap = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>" + at("index", "/page/1")
                + "</loc><news:news><news:publication_date>" + today + "</news:publication_date>"
                + "<news:title>From the sitemap</news:title></news:news></url></urlset>";
        String story = "<p>The ferry is back in service after a winter in dock, the harbour office said on Monday. It"
                + " will cross four times a day, and five times on Sundays.</p>";
        server.on("/index.xml", answer(200, index, "Content-Type", "application/xml"))
                .on("/new.xml", answer(200, sitemap, "Content-Type", "application/xml"))
                .on("/old.xml", answer(200, sitemap, "Content-Type", "application/xml"))
                .on(
                        "/page/1",
                        answer(
                                200,
                                "<html><head><title>The ferry is back</title></head><body><article><h1>The ferry is"
                                        + " back</h1>" + story.repeat(4) + "</article></body></html>",
                                "Content-Type",
                                "text/html"));
        String url = at("index", "/index.xml");
        add(url);
        IncomingArticle article = articles("index", 1).getFirst();
        assertThat(article.title()).isEqualTo("The ferry is back");
        assertThat(article.body()).contains("back in service after a winter in dock");
        assertThat(article.origin().feedId()).isEqualTo(FeedId.of(url));
        awaitOk(url);
        assertThat(view(url).status().format()).isEqualTo("sitemap index");
        await().atMost(PATIENCE).until(() -> requests("/index.xml") >= 3);
        assertThat(requests("/new.xml")).as("it did not change").isEqualTo(1);
        assertThat(requests("/old.xml")).isZero();
        assertThat(requests("/page/1")).isEqualTo(1);
        assertOthersGoOn();
    }
}
