package dateline.ingest.takedown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.Topic;
import dateline.ingest.IngestApplication;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

// Closed afterwards: as a member of the group that shares the feeds it would poll those of other tests.
@DirtiesContext
@SpringBootTest(
        classes = IngestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
@ContextConfiguration(initializers = BackendsInitializer.class)
class TakedownIT {
    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anArticleIsTakenDownByAnySpellingOfItsAddress() throws Exception {
        String id = submit("https://takedown.example/by-url", "takedown.example");

        HttpResponse<String> answer = delete(
                "/api/articles?reason=court&url=" + encoded("https://TAKEDOWN.example/by-url?utm_source=mail#top"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).get("id").asString()).isEqualTo(id);
        try (var raw = new TopicProbe(Topic.RAW.topicName())) {
            raw.await(1, row -> id.equals(row.key()) && row.value() == null);
        }
    }

    @Test
    void allArticlesOfAnOutletAreTakenDownAlsoThoseStillOnTheirWayAndNoOthers() throws Exception {
        String first = submit("https://leaving.example/1", "leaving.example");
        String other = submit("https://staying.example/1", "staying.example");
        String second = submit("https://leaving.example/2", "leaving.example");

        HttpResponse<String> answer = delete("/api/articles?outlet=leaving.example&reason=they+asked");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String progress = answer.headers().firstValue("location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(json(get(progress)).get("state").asString()).isEqualTo("DONE"));
        assertThat(json(get(progress)).get("ordered").asInt()).isEqualTo(2);
        try (var raw = new TopicProbe(Topic.RAW.topicName())) {
            raw.await(1, row -> first.equals(row.key()) && row.value() == null);
            raw.await(1, row -> second.equals(row.key()) && row.value() == null);
            assertThat(raw.await(1, other))
                    .allSatisfy(row -> assertThat(row.value()).isNotNull());
        }

        String again = delete("/api/articles?outlet=leaving.example&reason=they+asked")
                .headers()
                .firstValue("location")
                .orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(json(get(again)).get("state").asString()).isEqualTo("DONE"));
        assertThat(json(get(again)).get("ordered").asInt()).isZero();
    }

    @Test
    void anOrderMustSayWhatAndWhy() throws Exception {
        assertThat(json(delete("/api/articles?reason=x")).get("field").asString())
                .isEqualTo("url");
        assertThat(json(delete("/api/articles?outlet=x.example")).get("field").asString())
                .isEqualTo("reason");
        assertThat(json(delete("/api/articles?reason=x&url=nonsense"))
                        .get("field")
                        .asString())
                .isEqualTo("url");
        assertThat(get("/api/articles/takedowns/unknown").statusCode()).isEqualTo(404);
    }

    private String submit(String url, String outlet) throws Exception {
        String body = "{\"url\": \"" + url + "\", \"title\": \"Ferry opens\", \"outlet\": {\"id\": \"" + outlet
                + "\"}, \"text\": \"The ferry between the two towns runs again after a long winter.\"}";
        HttpResponse<String> answer = http.send(
                request("/api/articles")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("id").asString();
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return http.send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
