package dateline.enrich.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.IncomingArticle;
import dateline.contract.Mention;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.enrich.EnrichApplication;
import dateline.enrich.knowledge.Edit;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Edits over HTTP with two instances and a real broker. */
class EntityEditIT {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final String BELTA = "org:belta";
    private static final String EDITS = "/api/entities/edits";

    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext two;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ContractJson json = new ContractJson();

    @BeforeAll
    static void startTwoInstances() {
        one = start();
        two = start();
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EnrichApplication.class)
                .run(
                        "--spring.config.name=enrich-service",
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + Backends.bootstrapServers());
    }

    @Test
    void anAliasThatIsAddedAtOneInstanceIsReadInNewArticlesByAllAndSurvivesARestart() {
        String alias = "Зубрынае Радыё";
        JsonNode made = made(one, addAlias(BELTA, alias));
        int number = made.at("/edit/number").asInt();

        assertThat(get(one, "/api/entities?name=" + encoded("зубрынае радыё"))
                        .at("/entities/0/id")
                        .asString())
                .isEqualTo(BELTA);
        awaitNumber(two, number);
        assertThat(names(two)).contains(alias);
        assertThat(get(two, EDITS + "/" + number).get("why").asString()).isEqualTo("a test");

        EnrichedArticle article = enriched("https://example.org/alias-" + number, "Пра гэта паведаміла " + alias + ".");
        assertThat(article.mentions())
                .filteredOn(mention -> mention.entityId().equals(BELTA))
                .extracting(Mention::surface)
                .contains(alias);
        assertThat(article.enrichers()).containsEntry("entity", "1+e" + number);

        two.close();
        two = start();
        awaitNumber(two, number);
        assertThat(names(two)).contains(alias);

        assertThat(post(two, EDITS + "/" + number + "/undo", "{\"by\":\"anna\",\"why\":\"a test\"}")
                        .statusCode())
                .isEqualTo(201);
        awaitNumber(one, number + 1);
        assertThat(names(one)).doesNotContain(alias);
        assertThat(get(one, EDITS + "/" + number).get("status").asString()).isEqualTo("UNDONE");
    }

    @Test
    void ofTwoEditsThatContradictEachOtherTheLaterInTheLogIsRefusedAtEveryInstance() {
        int before = get(one, EDITS).get("edits").size();
        for (Edit edit : List.of(new Edit.Merge(BELTA, "org:tass"), new Edit.Merge("org:tass", BELTA))) {
            TopicProbe.send(
                    Topic.ENTITIES.topicName(),
                    edit.toString(),
                    json.write(new EditRecord(edit.toString(), edit, null, "anna", "a test", NOW)));
        }

        for (ConfigurableApplicationContext instance : List.of(one, two)) {
            awaitNumber(instance, before + 2);
            JsonNode second = get(instance, EDITS + "/" + (before + 2));
            assertThat(get(instance, EDITS + "/" + (before + 1)).get("status").asString())
                    .isEqualTo("APPLIED");
            assertThat(second.get("status").asString()).isEqualTo("REFUSED");
            assertThat(second.get("refusal").asString()).contains("would be a cycle");
            assertThat(get(instance, "/api/entities/" + BELTA).get("id").asString())
                    .isEqualTo("org:tass");
        }
        assertThat(post(one, EDITS + "/" + (before + 1) + "/undo", "{\"by\":\"anna\",\"why\":\"a test\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldAndIsNotWritten() {
        int before = get(one, EDITS).get("edits").size();

        problem(409, "into", "{'edit':'merge','id':'org:belta','into':'org:belta','by':'anna','why':'a test'}");
        problem(409, "id", "{'edit':'block-alias','id':'org:none','text':'x','by':'anna','why':'a test'}");
        problem(409, "text", "{'edit':'block-alias','id':'org:belta','text':'Omega','by':'anna','why':'a test'}");
        problem(400, "edit", "{'edit':'rename','by':'anna','why':'a test'}");
        problem(400, "into", "{'edit':'merge','id':'org:belta','by':'anna','why':'a test'}");
        problem(400, "why", "{'edit':'merge','id':'org:belta','into':'org:tass','by':'anna'}");
        problem(
                400,
                "language",
                "{'edit':'add-alias','id':'org:belta','text':'x','language':'!','by':'anna','why':'a test'}");

        assertThat(get(one, EDITS).get("edits").size()).isEqualTo(before);
        assertThat(send(one, "GET", "/api/entities/org:none", null).statusCode())
                .isEqualTo(404);
        assertThat(send(one, "GET", EDITS + "/99999", null).statusCode()).isEqualTo(404);
        assertThat(send(one, "GET", "/api/entities", null).statusCode()).isEqualTo(400);
    }

    @Test
    void anAliasThatAnotherBearsIsTakenAndSaysWho() {
        JsonNode made = made(one, addAlias("org:tass", "BelTA"));

        assertThat(made.get("alsoCalled").toString()).contains(BELTA);
        assertThat(post(
                                one,
                                EDITS + "/" + made.at("/edit/number").asInt() + "/undo",
                                "{\"by\":\"anna\",\"why\":\"a test\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private static String addAlias(String id, String text) {
        return "{'edit':'add-alias','id':'%s','text':'%s','language':'be','by':'anna','why':'a test'}"
                .formatted(id, text);
    }

    private void problem(int status, String field, String edit) {
        HttpResponse<String> answer = post(one, EDITS, edit.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(mapper.readTree(answer.body()).get("field").asString()).isEqualTo(field);
    }

    private JsonNode made(ConfigurableApplicationContext instance, String edit) {
        HttpResponse<String> answer = post(instance, EDITS, edit.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return mapper.readTree(answer.body());
    }

    private List<String> names(ConfigurableApplicationContext instance) {
        return get(instance, "/api/entities/" + BELTA).get("names").findValuesAsString("text");
    }

    private void awaitNumber(ConfigurableApplicationContext instance, int number) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(instance, EDITS).get("edits").size() >= number);
    }

    private EnrichedArticle enriched(String url, String text) {
        RawArticle raw = article(url, text);
        TopicProbe.send(Topic.RAW.topicName(), raw.id(), json.write(raw));
        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            return json.read(enriched.await(1, raw.id()).getFirst().value(), EnrichedArticle.class);
        }
    }

    private JsonNode get(ConfigurableApplicationContext instance, String path) {
        HttpResponse<String> answer = send(instance, "GET", path, null);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private HttpResponse<String> post(ConfigurableApplicationContext instance, String path, String body) {
        return send(instance, "POST", path, body);
    }

    private HttpResponse<String> send(
            ConfigurableApplicationContext instance, String method, String path, String body) {
        String port = instance.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RawArticle article(String url, String text) {
        CanonicalUrl canonical = CanonicalUrl.of(url);
        IncomingArticle article = new IncomingArticle(
                ArticleId.of(canonical),
                canonical.value(),
                new Outlet("example.org", "Example", null, null, List.of()),
                "Навіны дня",
                null,
                List.of(),
                new ArticleDate(NOW, ArticleDate.Precision.SECOND, ArticleDate.Source.SUBMITTED),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, url, null, null, null, NOW, List.of()));
        return new RawArticle(article.id(), 1, NOW, NOW, article, List.of());
    }
}
