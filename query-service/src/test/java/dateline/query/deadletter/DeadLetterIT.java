package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.IncomingArticle;
import dateline.contract.RecordPlace;
import dateline.contract.ReplayOrder;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@QueryServiceTest
class DeadLetterIT {
    @Autowired
    private RunningService service;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private Environment environment;

    @Autowired
    private LetterLog log;

    @Autowired
    private DeadLetterSettings settings;

    private final ContractJson json = new ContractJson();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Stands for the services that make these topics. */
    @BeforeAll
    static void makeTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(Stream.of(
                                    Topic.INCOMING,
                                    Topic.RAW,
                                    Topic.TAKEDOWNS,
                                    Topic.REPLAYS,
                                    Topic.INCOMING_DEAD,
                                    Topic.RAW_DEAD)
                            .filter(topic -> !there.contains(topic.topicName()))
                            .map(topic -> new NewTopic(topic.topicName(), 3, (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
    }

    @Test
    void lettersWithOneCauseAreOneGroup() {
        String reason = Backends.uniqueName("grouped");
        letter(Topic.RAW, 101, "a1".repeat(16), "{broken", reason, "no field 'x' at line 3");
        letter(Topic.RAW, 102, "a2".repeat(16), "{broken", reason, "no field 'y' at line 17");
        letter(Topic.RAW, 103, "a3".repeat(16), "{broken", reason, "something else");

        service.awaitThat(
                "three letters",
                () -> assertThat(list("reason=" + reason).get("total").asInt()).isEqualTo(3));
        JsonNode groups = list("reason=" + reason + "&size=0").get("groups");

        assertThat(groups.findValuesAsString("count")).containsExactly("2", "1");
        String largest = groups.get(0).get("id").asString();
        assertThat(list("group=" + largest).get("letters").findValuesAsString("origin"))
                .containsExactlyInAnyOrder("news.raw-0@101", "news.raw-0@102");
    }

    @Test
    void whatIsGivenUpCanBeLookedAtWithAllThatIsKnown() {
        SampleArticle article = SampleArticle.at("https://letters.example/looked-at");
        service.send(article.id(), "{\"raw\": {broken".getBytes(UTF_8), "7");
        String origin = awaitLetterAbout(article.id());

        JsonNode letter = RunningService.json(get("/" + origin));

        assertThat(letter.get("letter").get("service").asString()).isEqualTo("query-service");
        assertThat(letter.get("letter").get("attempt").asInt()).isEqualTo(1);
        assertThat(letter.get("message").asString()).startsWith("no valid EnrichedArticle");
        assertThat(letter.get("stack").asString()).contains("UnreadableRecord");
        assertThat(letter.get("payload").get("text").asString()).isEqualTo("{\"raw\": {broken");
        assertThat(letter.get("headers").get(Headers.REVISION).asString()).isEqualTo("7");
        assertThat(get("/" + origin + "/payload").body()).isEqualTo("{\"raw\": {broken");
    }

    @Test
    void aLetterOfIncomingGoesBackThereAndASecondRetryDoesNot() {
        SampleArticle article = SampleArticle.at("https://letters.example/retried");
        String bytes = new String(json.write(article.build().raw().article()), UTF_8);
        String origin = letter(Topic.INCOMING, 201, article.id(), bytes, "unreadable", "an error since mended");
        awaitLetter(origin);

        HttpResponse<String> first = post("/" + origin + "/retry", "{\"reason\": \"mended\"}");
        HttpResponse<String> second = post("/" + origin + "/retry", "{}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
        assertThat(second.body()).contains("is resolved: RETRIED by Ada");
        try (var incoming = new TopicProbe(Topic.INCOMING.topicName())) {
            List<ConsumerRecord<String, byte[]>> sent = incoming.await(1, article.id());
            assertThat(sent).hasSize(1);
            assertThat(new String(sent.getFirst().value(), UTF_8)).isEqualTo(bytes);
            assertThat(header(sent.getFirst(), Headers.DEAD_ATTEMPT)).isEqualTo("1");
            assertThat(sent.getFirst().headers().lastHeader(Headers.DEAD_STACK)).isNull();
        }
        try (var dead = new TopicProbe(Topic.INCOMING_DEAD.topicName())) {
            assertThat(dead.await(2, origin).getLast().value()).isNull();
        }
        JsonNode entry = RunningService.json(get("/audit?origin=" + origin))
                .get("entries")
                .get(0);
        assertThat(entry.get("action").asString()).isEqualTo("RETRIED");
        assertThat(entry.get("by").asString()).isEqualTo("Ada");
        assertThat(entry.get("why").asString()).isEqualTo("mended");
        assertThat(entry.get("outcome").asString()).startsWith("sent to news.incoming-");
    }

    @Test
    void ofTwoWhoRetryAtOnceOneIsTooLate() {
        String key = "ab".repeat(16);
        String origin = letter(Topic.INCOMING, 202, key, "{\"n\": 1}", "unreadable", "broken");
        awaitLetter(origin);

        List<Integer> answers = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(i -> post("/" + origin + "/retry", "{}").statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        try (var incoming = new TopicProbe(Topic.INCOMING.topicName());
                var audit = new TopicProbe(Topic.DEAD_AUDIT.topicName())) {
            audit.await(1, origin);
            assertThat(incoming.await(1, key)).hasSize(1);
        }
    }

    @Test
    void aLetterOfTheRecordIsEnrichedAnewAndNothingOldIsWrittenOverTheNew() {
        String id = "b1".repeat(16);
        String origin = letter(Topic.RAW, 301, id, "{broken", "unreadable", "broken");
        awaitLetter(origin);

        HttpResponse<String> answer = post("/" + origin + "/retry", "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (var replays = new TopicProbe(Topic.REPLAYS.topicName())) {
            ReplayOrder order = json.read(
                    replays.await(1, row -> new String(row.value(), UTF_8).contains(id))
                            .getFirst()
                            .value(),
                    ReplayOrder.class);
            assertThat(order.selection().articles()).containsExactly(id);
            assertThat(order.dryRun()).isFalse();
            assertThat(order.reason()).contains("Ada");
        }
    }

    @Test
    void aLetterThatNamesNoArticleCanNotBeEnrichedAnew() {
        String origin = letter(Topic.RAW, 302, "no id", "{broken", "unreadable", "broken");
        awaitLetter(origin);

        HttpResponse<String> answer = post("/" + origin + "/retry", "{}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(list("topic=news.raw&size=500").get("letters").findValuesAsString("origin"))
                .contains(origin);
    }

    @Test
    void anEditedRecordGoesTheWayOfAnyOtherSighting() {
        SampleArticle article =
                SampleArticle.at("https://letters.example/edited").titled("Repaired title");
        String origin = letter(Topic.ENRICHED, 401, article.id(), "{broken", "unreadable", "broken");
        awaitLetter(origin);
        String repaired = new String(article.json(), UTF_8);

        HttpResponse<String> wrong =
                post("/" + origin + "/edit", "{\"payload\": " + repaired.replace("/edited", "/other") + "}");
        HttpResponse<String> right =
                post("/" + origin + "/edit", "{\"reason\": \"typo\", \"payload\": " + repaired + "}");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(RunningService.json(wrong).get("field").asString()).isEqualTo("id");
        assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
        try (var incoming = new TopicProbe(Topic.INCOMING.topicName())) {
            var sent = json.read(incoming.await(1, article.id()).getFirst().value(), dateline.contract.Incoming.class);
            assertThat(((IncomingArticle) sent).title()).isEqualTo("Repaired title");
            assertThat(((IncomingArticle) sent).origin().notes())
                    .containsExactly("repaired as a dead letter by Ada: typo");
        }
    }

    @Test
    void whatIsDiscardedIsGoneAndTheReasonStays() {
        String origin = letter(Topic.ENRICHED, 501, "c1".repeat(16), "noise", "unreadable", "noise");
        awaitLetter(origin);

        assertThat(post("/" + origin + "/discard", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/" + origin + "/discard", "{\"reason\": \"a test message\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(get("/" + origin).statusCode()).isEqualTo(409);
        assertThat(get("/audit?origin=" + origin).body()).contains("a test message");
    }

    @Test
    void aGroupIsRetriedNoFasterThanAskedAndSaysHowFarItIs() {
        String cause = Backends.uniqueName("many");
        for (int i = 0; i < 30; i++) {
            letter(Topic.INCOMING, 600 + i, "d1".repeat(16), "{\"n\":" + i + "}", cause, "broken");
        }
        service.awaitThat(
                "letters",
                () -> assertThat(list("reason=" + cause).get("total").asInt()).isEqualTo(30));
        long started = System.nanoTime();

        HttpResponse<String> answer = post("/retry", "{\"cause\": \"" + cause + "\", \"rate\": 10}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String work = answer.headers().firstValue("location").orElseThrow();
        service.awaitThat(
                "done",
                () -> assertThat(RunningService.json(service.ask(work))
                                .get("state")
                                .asString())
                        .isEqualTo("DONE"));
        assertThat(RunningService.json(service.ask(work)).get("done").asInt()).isEqualTo(30);
        // Ten at once, ten after a second, ten after two.
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(list("reason=" + cause).get("total").asInt()).isZero();
    }

    @Test
    void aGroupCanBeStoppedAndTheRestStaysOpen() {
        String cause = Backends.uniqueName("stopped");
        for (int i = 0; i < 20; i++) {
            letter(Topic.INCOMING, 700 + i, "d2".repeat(16), "{\"n\":" + i + "}", cause, "broken");
        }
        service.awaitThat(
                "letters",
                () -> assertThat(list("reason=" + cause).get("total").asInt()).isEqualTo(20));
        String work = post("/retry", "{\"cause\": \"" + cause + "\", \"rate\": 1}")
                .headers()
                .firstValue("location")
                .orElseThrow();

        HttpResponse<String> cancelled = send(request(work).DELETE());

        assertThat(RunningService.json(cancelled).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(list("reason=" + cause).get("total").asInt()).isPositive();
    }

    @Test
    void allLettersAreMeantOnlyIfTheRequestSaysSo() {
        HttpResponse<String> answer = post("/retry", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningService.json(answer).get("field").asString()).isEqualTo("all");
    }

    @Test
    void aTakedownRemovesTheLettersOfTheArticleAlsoThoseThatNameItOnlyInside() {
        SampleArticle article = SampleArticle.at("https://letters.example/taken-down");
        String byKey = letter(Topic.ENRICHED, 801, article.id(), "{broken", "unreadable", "broken");
        String inside = letter(
                Topic.INCOMING, 802, "e1".repeat(16), "{\"id\":\"" + article.id() + "\"}", "unreadable", "wrong key");
        awaitLetter(byKey);
        awaitLetter(inside);

        TopicProbe.send(
                Topic.TAKEDOWNS.topicName(),
                article.id(),
                json.write(new Takedown(article.id(), "court order", Instant.now())));

        service.awaitThat("removed", () -> {
            assertThat(get("/" + byKey).body()).contains("TAKEN_DOWN");
            assertThat(get("/" + inside).body()).contains("TAKEN_DOWN");
        });
        try (var dead = new TopicProbe(Topic.INCOMING_DEAD.topicName())) {
            assertThat(dead.await(2, inside).getLast().value()).isNull();
        }
        assertThat(post("/" + byKey + "/retry", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void aNewInstanceKnowsFromTheLogWhatIsOpenAndWhatWasDone() throws InterruptedException {
        String open = letter(Topic.RAW, 901, "f1".repeat(16), "{broken", "unreadable", "broken");
        String done = letter(Topic.RAW, 902, "f2".repeat(16), "{broken", "unreadable", "broken");
        awaitLetter(open);
        awaitLetter(done);
        post("/" + done + "/discard", "{\"reason\": \"done\"}");

        LetterView another = new LetterView(log, settings);
        another.start();
        try {
            another.awaitComplete(Duration.ofSeconds(30));

            assertThat(another.isComplete()).isTrue();
            assertThat(another.find(open)).isPresent();
            assertThat(another.find(done)).isEmpty();
            assertThat(another.audit(entry -> entry.origin().equals(done))).hasSize(1);
        } finally {
            another.stop();
        }
    }

    /** Writes a letter as a service does; returns its origin. */
    private String letter(Topic topic, long offset, String key, String value, String reason, String message) {
        RecordPlace origin = new RecordPlace(topic.topicName(), 0, offset);
        DeadLetter letter =
                new DeadLetter(reason, message, "at some.Place", origin.toString(), "some-service", 1, Instant.now());
        var row = new ProducerRecord<>(
                topic.topicName() + ".dead", origin.toString().getBytes(UTF_8), value.getBytes(UTF_8));
        letter.headers().forEach((name, text) -> row.headers().add(name, text.getBytes(UTF_8)));
        row.headers().add(Headers.DEAD_KEY, key.getBytes(UTF_8));
        kafka.send(row).join();
        return origin.toString();
    }

    private void awaitLetter(String origin) {
        service.awaitThat(
                origin, () -> assertThat(get("/" + origin).statusCode()).isEqualTo(200));
    }

    private String awaitLetterAbout(String article) {
        List<String> origins = new ArrayList<>();
        service.awaitThat("letter about " + article, () -> {
            origins.addAll(list("article=" + article).get("letters").findValuesAsString("origin"));
            assertThat(origins).isNotEmpty();
        });
        return origins.getFirst();
    }

    private JsonNode list(String query) {
        HttpResponse<String> answer = service.ask("/api/dead-letters?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningService.json(answer);
    }

    private HttpResponse<String> get(String path) {
        return service.ask("/api/dead-letters" + path);
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request("/api/dead-letters" + path)
                .header("Content-Type", "application/json")
                .header(DeadLetterController.BY, "Ada")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> row, String name) {
        return new String(row.headers().lastHeader(name).value(), UTF_8);
    }
}
