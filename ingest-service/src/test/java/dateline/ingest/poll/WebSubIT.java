package dateline.ingest.poll;

import static dateline.ingest.fetch.FaultServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dateline.ingest.IngestApplication;
import dateline.ingest.fetch.FaultServer;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.LocalFetchers;
import dateline.ingest.subscribe.FeedDirectory;
import dateline.ingest.subscribe.FeedId;
import dateline.ingest.subscribe.FeedView;
import dateline.testing.BackendsInitializer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Two instances and a hub: one instance polls, the other is the one that the hub's calls reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSubIT {
    @TestConfiguration(proxyBeanMethods = false)
    static class ManySitesOnOneMachine {
        @Bean
        @Primary
        Fetcher localFetcher(FetchProperties properties) {
            return LocalFetchers.create(properties);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger entries = new AtomicInteger(1);
    private ConfigurableApplicationContext front;
    private ConfigurableApplicationContext poller;
    private FaultServer server;

    @BeforeAll
    void startInstances() {
        front = instance("dateline.feeds.enabled=false");
        poller = instance("dateline.websub.callback=" + base() + "/websub");
    }

    @AfterAll
    void stopInstances() {
        poller.close();
        front.close();
    }

    private static ConfigurableApplicationContext instance(String... properties) {
        return new SpringApplicationBuilder(IngestApplication.class, ManySitesOnOneMachine.class)
                .initializers(new BackendsInitializer())
                .properties("spring.config.name=ingest-service")
                .run(Stream.concat(
                                Stream.of(
                                        "server.port=0",
                                        // The instance that is called polls nothing, but must answer for who does.
                                        "dateline.websub.callback=http://callback.test/websub",
                                        "dateline.websub.pause=0s",
                                        "dateline.feeds.group=websub-feeds",
                                        "dateline.feeds.min-interval=1s",
                                        "dateline.feeds.interval=1h",
                                        "dateline.feeds.max-interval=24h",
                                        "dateline.fetch.pause=0s",
                                        "dateline.fetch.allowed-hosts=pushed.test,hub.test,closed.test,sly.test"),
                                Stream.of(properties))
                        // As arguments, since a later one of the same name would add to the former.
                        .collect(Collectors.toMap(one -> one.split("=", 2)[0], one -> one, (_, last) -> last))
                        .values()
                        .stream()
                        .map(one -> "--" + one)
                        .toArray(String[]::new));
    }

    private String base() {
        return "http://127.0.0.1:" + front.getEnvironment().getProperty("local.server.port");
    }

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
    }

    @AfterEach
    void stop() throws Exception {
        for (FeedView view : directory().all().toList()) {
            send(HttpRequest.newBuilder(
                            URI.create(base() + "/api/feeds/" + view.feed().id()))
                    .DELETE());
        }
        server.close();
    }

    private FeedDirectory directory() {
        return front.getBean(FeedDirectory.class);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String at(String site, String path) {
        return "http://" + site + ".test:" + server.port() + path;
    }

    private FaultServer.Script feed(String hub) {
        return exchange -> {
            StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Pushed</title>");
            for (int i = 0; i < entries.get(); i++) {
                rss.append("<item><title>Story ")
                        .append(i)
                        .append("</title><guid>")
                        .append(i)
                        .append("</guid></item>");
            }
            answer(
                            200,
                            rss + "</channel></rss>",
                            "Link",
                            "<" + hub + ">; rel=\"hub\"",
                            "Link",
                            "</feed>; rel=self",
                            "Cache-Control",
                            "max-age=3600")
                    .answer(exchange);
        };
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return Arrays.stream(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
    }

    /** Takes what it is asked; the test decides what it says then. */
    private void hub(HttpExchange exchange) throws IOException, InterruptedException {
        Map<String, String> form = form(exchange);
        asked.add(form);
        answer(202, "").answer(exchange);
    }

    private HttpResponse<String> verify(Map<String, String> form, String mode, String topic) throws Exception {
        String query = "?hub.mode=" + mode + "&hub.topic=" + URLEncoder.encode(topic, UTF_8)
                + "&hub.challenge=abc123&hub.lease_seconds=864000&hub.reason=no";
        return send(HttpRequest.newBuilder(URI.create(form.get("hub.callback") + query)));
    }

    private HttpResponse<String> push(Map<String, String> form, String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(form.get("hub.callback")))
                .header("Content-Type", "application/rss+xml")
                .header("X-Hub-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void add(String url) throws Exception {
        HttpResponse<String> added = send(HttpRequest.newBuilder(URI.create(base() + "/api/feeds"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"url\": \"" + url + "\", \"check\": false}")));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    }

    private FeedView.Push standing(String url) {
        return directory().find(FeedId.of(url)).map(FeedView::push).orElse(null);
    }

    private long polls() {
        return server.requests().stream().filter("/feed"::equals).count();
    }

    @Test
    void aSignedPushToAnyInstanceMakesTheFeedDueAndNothingElseDoes() throws Exception {
        String url = at("pushed", "/feed");
        server.on("/feed", feed(at("hub", "/hub"))).on("/hub", this::hub);
        add(url);
        await().atMost(PATIENCE).until(() -> !asked.isEmpty());
        Map<String, String> form = asked.getFirst();
        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", url)
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(form.get("hub.callback")).startsWith(base() + "/websub/" + FeedId.of(url) + "/");

        assertThat(verify(form, "subscribe", "http://other.test/feed").statusCode())
                .as("another topic")
                .isEqualTo(404);
        assertThat(verify(form, "unsubscribe", url).statusCode())
                .as("never asked for")
                .isEqualTo(404);
        Map<String, String> guessed =
                Map.of("hub.callback", base() + "/websub/" + FeedId.of(url) + "/0123456789abcdef");
        assertThat(verify(guessed, "subscribe", url).statusCode()).isEqualTo(404);
        assertThat(push(guessed, "x", form.get("hub.secret")).statusCode()).isEqualTo(410);
        HttpResponse<String> confirmed = verify(form, "subscribe", url);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.body()).isEqualTo("abc123");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Objects.requireNonNull(standing(url)).until())
                                .isAfter(Instant.now().plus(Duration.ofDays(9))));

        long before = polls();
        assertThat(push(form, "<rss/>", "a guess").statusCode()).isEqualTo(202);
        entries.set(2);
        assertThat(push(form, "<rss>made up by the hub</rss>", form.get("hub.secret"))
                        .statusCode())
                .isEqualTo(202);
        // An hour early, because of the push, and once.
        await().atMost(PATIENCE).until(() -> polls() == before + 1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Objects.requireNonNull(standing(url)).delivers())
                                .isTrue());
        FeedView view = directory().find(FeedId.of(url)).orElseThrow();
        assertThat(Duration.between(view.status().lastPoll(), view.status().nextDue()))
                .as("a hub that delivers makes polls rarer")
                .isGreaterThan(Duration.ofHours(5));
        assertThat(polls()).as("a false signature moves nothing").isEqualTo(before + 1);

        assertThat(verify(form, "denied", url).statusCode()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> Objects.requireNonNull(standing(url)).until() == null);
    }

    @Test
    void aHubAtAnAddressThatIsNotPublicIsNotAskedAndTheFeedIsPolledOn() throws Exception {
        String url = at("closed", "/feed");
        server.on("/feed", feed("http://127.0.0.1:" + server.port() + "/hub")).on("/hub", this::hub);
        add(url);
        await().atMost(PATIENCE)
                .until(() -> standing(url) != null
                        && Objects.requireNonNull(standing(url)).problem() != null);
        assertThat(Objects.requireNonNull(standing(url)).problem()).contains("127.0.0.1");
        assertThat(server.requests()).doesNotContain("/hub");
        assertThat(directory().find(FeedId.of(url)).orElseThrow().state()).isEqualTo(FeedView.State.OK);
    }

    @Test
    void aRemovedFeedsHubIsToldThatItIsGone() throws Exception {
        String url = at("sly", "/feed");
        server.on("/feed", feed(at("hub", "/hub"))).on("/hub", this::hub);
        int before = asked.size();
        add(url);
        await().atMost(PATIENCE).until(() -> asked.size() > before);
        Map<String, String> form = asked.getLast();
        send(HttpRequest.newBuilder(URI.create(base() + "/api/feeds/" + FeedId.of(url)))
                .DELETE());
        assertThat(push(form, "x", form.get("hub.secret")).statusCode()).isEqualTo(410);
    }
}
