package dateline.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dateline.query.EnrichedTopic;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.SamplePrint;
import dateline.testing.BackendsInitializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has an alias and a group of its own, since it moves the one and is in need of the other. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-service",
            "dateline.index.alias=rebuilt",
            "dateline.index.group=rebuilt",
            "dateline.rebuild.look=200ms"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
@Import({EnrichedTopic.class, RunningService.class})
class RebuildIT {
    @Autowired
    private RunningService service;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private Indexes indexes;

    @LocalServerPort
    private int port;

    private static SampleArticle article(String name) {
        return SampleArticle.at("https://rebuild.example/" + name).from("rebuild.example", "Rebuild");
    }

    @AfterEach
    void leaveOneIndex() {
        String live = settled();
        indexes.all().stream()
                .map(BuiltIndex::name)
                .filter(name -> !name.equals(live))
                .forEach(indexes::drop);
    }

    @Test
    void aRebuiltIndexHoldsWhatTheLogHolds() throws IOException {
        List<SampleArticle> articles = publish("whole", 40);
        SampleArticle gone = article("whole-gone");
        service.publish(
                gone,
                article("whole-revised").revision(1),
                article("whole-revised").revision(2));
        service.takeDown(gone, 1);
        SampleArticle first = article("whole-first").signed(SamplePrint.of(301));
        SampleArticle reprint =
                article("whole-reprint").signed(SamplePrint.like(301, 0.9, 1)).published("2026-04-21T13:00:00Z");
        service.publish(reprint, first);
        service.send(article("whole-broken").id(), "{broken".getBytes(UTF_8), "1");

        String id = begin();
        JsonNode ready = reached(id, "READY");

        JsonNode verification = ready.get("verification");
        assertThat(verification.get("same").asBoolean()).isTrue();
        assertThat(verification.get("missing").asInt()).isZero();
        assertThat(verification.get("extra").asInt()).isZero();
        assertThat(verification.get("logChecksum")).isEqualTo(verification.get("indexChecksum"));
        assertThat(verification.get("indexArticles").asInt()).isGreaterThanOrEqualTo(41);
        articles.forEach(each -> assertThat(holds(id, each)).isTrue());
        assertThat(holds(id, gone)).isFalse();
        var rebuilt = client.get(get -> get.index(id).id(reprint.id()), java.util.Map.class)
                .source();
        assertThat(rebuilt).isNotNull();
        assertThat(rebuilt.get("reprintOf")).isEqualTo(first.id());
        assertThat(rebuilt.get("independent")).isEqualTo(false);
        assertThat(ready.get("live").asBoolean()).isFalse();
    }

    @Test
    void anIndexThatLacksAnArticleOrHasOneTooManyIsNotReady() throws IOException {
        List<SampleArticle> articles = publish("differs", 5);
        String id = begin();
        reached(id, "READY");

        client.delete(delete -> delete.index(id).id(articles.getFirst().id()));
        String extra = article("never-published").id();
        client.index(index -> index.index(id).id(extra).document(Map.of("id", extra)));
        post("/api/rebuilds/" + id + "/verify", 202);

        JsonNode verification = reached(id, "FAILED").get("verification");
        assertThat(verification.get("missing").asInt()).isEqualTo(1);
        assertThat(verification.get("extra").asInt()).isEqualTo(1);
        assertThat(verification.get("samples").toString())
                .contains(articles.getFirst().id())
                .contains(extra);
        assertThat(post("/api/rebuilds/" + id + "/switch", 409).get("detail").asString())
                .contains("not verified");
    }

    @Test
    void whatComesDuringARebuildIsInBothIndexes() {
        publish("during-before", 10);
        String live = settled();
        String id = begin();

        SampleArticle during = article("during");
        service.publish(during);

        service.awaitThat("in both", () -> {
            assertThat(holds(live, during)).isTrue();
            assertThat(holds(id, during)).isTrue();
        });
        reached(id, "READY");
    }

    @Test
    void aTakedownDuringARebuildHoldsInBothIndexes() {
        List<SampleArticle> articles = publish("takedown", 30);
        String live = settled();
        String id = begin();

        SampleArticle gone = articles.getLast();
        service.send(gone.id(), null, null);

        reached(id, "READY");
        service.awaitThat("gone from both", () -> {
            assertThat(holds(live, gone)).isFalse();
            assertThat(holds(id, gone)).isFalse();
        });
    }

    @Test
    void aSwitchAndABackOutLoseNothing() {
        SampleArticle before = publish("switch", 1).getFirst();
        String old = settled();
        String id = begin();
        reached(id, "READY");

        assertThat(post("/api/rebuilds/" + id + "/switch", 200).get("live").asBoolean())
                .isTrue();
        SampleArticle after = article("switch-after");
        service.publish(after);
        service.awaitSearchable(before, after);
        assertThat(settled()).isEqualTo(id);
        service.awaitThat("kept current", () -> assertThat(holds(old, after)).isTrue());

        post("/api/rebuilds/" + id + "/back-out", 200);
        SampleArticle later = article("switch-later");
        service.publish(later);
        service.awaitSearchable(before, after, later);
        assertThat(settled()).isEqualTo(old);
        service.awaitThat("kept current", () -> assertThat(holds(id, later)).isTrue());
    }

    @Test
    void whenElasticsearchHasLostEverythingTheLogGivesBackTheSameArticlesInTheSameVersions() throws IOException {
        List<SampleArticle> articles = publish("restored", 20);
        SampleArticle revised =
                article("restored-0").titled("Restored, revised").revision(2);
        SampleArticle gone = articles.getLast();
        service.publish(revised);
        service.takeDown(gone, 1);
        String live = settled();
        service.awaitThat("gone", () -> assertThat(holds(live, gone)).isFalse());
        service.awaitThat(
                "revised",
                () -> assertThat(service.ask("/api/articles/" + revised.id()).body())
                        .contains("Restored, revised"));
        Map<String, Long> before = versions(live);

        for (BuiltIndex index : indexes.all()) {
            client.indices().delete(delete -> delete.index(index.name()));
        }
        SampleArticle after = article("restored-after");
        service.publish(after);
        service.awaitSearchable(after);
        assertThat(service.ask("/api/articles/" + revised.id()).statusCode())
                .as("only what came since is there")
                .isEqualTo(404);
        String id = begin();
        reached(id, "READY");
        post("/api/rebuilds/" + id + "/switch", 200);

        Map<String, Long> restored = versions(id);
        assertThat(restored)
                .hasSize(before.size() + 1)
                .containsAllEntriesOf(before)
                .containsKey(after.id());
        service.awaitSearchable(revised, after);
        settled();
    }

    @Test
    void theOldIndexIsKeptUntilTold() {
        publish("kept", 3);
        String old = settled();
        String id = begin();
        reached(id, "READY");
        post("/api/rebuilds/" + id + "/switch", 200);
        settled();

        assertThat(post("/api/rebuilds", 409).get("detail").asString()).contains("still kept");
        assertThat(get(id).get("fromKept").asBoolean()).isTrue();
        assertThat(ask("DELETE", "/api/rebuilds/" + id + "/old").statusCode()).isEqualTo(204);

        assertThat(indexes.find(old)).isEmpty();
        SampleArticle after = article("kept-after");
        service.publish(after);
        service.awaitSearchable(after);
        assertThat(post("/api/rebuilds/" + id + "/back-out", 409).get("detail").asString())
                .contains("not there any more");
    }

    @Test
    void oneIsBuiltAtATimeAndACancelledOneIsGone() {
        String id = begin();

        assertThat(post("/api/rebuilds", 409).get("title").asString()).isEqualTo("Not now");
        assertThat(ask("DELETE", "/api/rebuilds/" + id).statusCode()).isEqualTo(204);
        assertThat(ask("GET", "/api/rebuilds/" + id).statusCode()).isEqualTo(404);

        String next = begin();
        assertThat(reached(next, "READY").get("verification").get("same").asBoolean())
                .isTrue();
    }

    private List<SampleArticle> publish(String name, int count) {
        List<SampleArticle> articles =
                IntStream.range(0, count).mapToObj(i -> article(name + "-" + i)).toList();
        articles.forEach(service::publish);
        service.awaitThat(
                "stored",
                () -> articles.forEach(each -> assertThat(
                                service.ask("/api/articles/" + each.id()).statusCode())
                        .isEqualTo(200)));
        return articles;
    }

    private Map<String, Long> versions(String index) throws IOException {
        client.indices().refresh(refresh -> refresh.index(index));
        Map<String, Long> versions = new HashMap<>();
        client.search(
                        search -> search.index(index).size(10_000).version(true).source(source -> source.fetch(false)),
                        Void.class)
                .hits()
                .hits()
                .forEach(hit -> versions.put(hit.id(), hit.version()));
        return versions;
    }

    private boolean holds(String index, SampleArticle article) {
        try {
            return client.exists(exists -> exists.index(index).id(article.id())).value();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String begin() {
        settled();
        return post("/api/rebuilds", 202).get("id").asString();
    }

    private JsonNode get(String id) {
        return json(ask("GET", "/api/rebuilds/" + id));
    }

    private JsonNode reached(String id, String state) {
        return await(id + " " + state)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(id), status -> status.path("state").asString().equals(state));
    }

    /** The live index, once it needs no readers of its own any more. */
    private String settled() {
        Predicate<BuiltIndex> live = BuiltIndex::live;
        return await("settled")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> indexes.all().stream()
                                .filter(live.and(index -> !index.isFollowed()))
                                .map(BuiltIndex::name)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private JsonNode post(String path, int expected) {
        HttpResponse<String> answer = ask("POST", path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(expected);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> ask(String method, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
