package dateline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with keys, open to the network. */
@SpringBootTest(
        properties = {
            "spring.kafka.admin.auto-create=false",
            "server.address=0.0.0.0",
            "spring.application.name=test-service",
            "management.endpoints.web.exposure.include=health,info,env",
            "management.health.elasticsearch.enabled=false",
            "management.endpoint.health.show-details=when-authorized",
            "management.endpoint.health.roles=OPERATOR"
        })
@AutoConfigureMockMvc
class KeyedServiceTests {
    private static final String NONE = "";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MockProducer<byte[], byte[]> sent;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        String both = TestKeys.both();
        properties.add("dateline.access.keys", () -> both.substring(both.indexOf('=') + 1));
    }

    @BeforeEach
    void forget() {
        sent.clear();
    }

    @ParameterizedTest
    @CsvSource({
        // Reading is for readers, changing for operators ...
        "GET,    /api/articles,       401, 200, 200",
        "GET,    /nowhere,            401, 404, 404",
        "POST,   /api/articles,       401, 403, 200",
        "DELETE, /api/articles,       401, 403, 500",
        "PUT,    /nowhere,            401, 403, 404",
        "POST,   /logout,             401, 403, 404",
        // ... unless the service has a rule of its own.
        "GET,    /api/letters,        401, 403, 200",
        "POST,   /api/search,         401, 200, 200",
        "POST,   /hub/token,          200, 200, 200",
        "GET,    /actuator/health,    200, 200, 200",
        "GET,    /actuator/health/x,  404, 404, 404",
        "GET,    /actuator/prometheus, 401, 404, 404",
        "GET,    /actuator,           401, 403, 200",
        "GET,    /actuator/env,       401, 403, 200",
        "POST,   /actuator/env,       401, 403, 405",
    })
    void whoMayDoWhat(String method, String path, int nobody, int reader, int operator) {
        assertThat(status(method, path, NONE)).as("nobody").isEqualTo(nobody);
        assertThat(status(method, path, "Bearer " + TestKeys.READER))
                .as("reader")
                .isEqualTo(reader);
        assertThat(status(method, path, "Bearer " + TestKeys.OPERATOR))
                .as("operator")
                .isEqualTo(operator);
    }

    private int status(String method, String path, String authorization) {
        var request = http.method(HttpMethod.valueOf(method)).uri(path);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var result = request.exchange();
        // What a handler throws is answered with 500 by the container, which is not here.
        return result.getUnresolvedException() == null ? result.getResponse().getStatus() : 500;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer wrong", "Basic", "Basic ???", "Digest x", "Basic b3BzOndyb25n"})
    void aWrongKeyIsRefusedEvenWhereNoneIsNeeded(String authorization) {
        assertThat(http.get().uri("/actuator/health").header("Authorization", authorization))
                .hasStatus(401)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"Dateline\"");
    }

    @Test
    void aBrowserCanAskForTheKey() {
        assertThat(http.get().uri("/").header("Accept", "text/html"))
                .hasStatus(401)
                .headers()
                .hasHeaderSatisfying(
                        "WWW-Authenticate", ways -> assertThat(ways).anyMatch(way -> way.startsWith("Basic")));
        assertThat(http.get().uri("/").header("Authorization", basic("ops", TestKeys.OPERATOR)))
                .hasBodyTextEqualTo("read by ops");
        assertThat(http.get().uri("/").header("Authorization", basic("grafana", TestKeys.OPERATOR)))
                .hasStatus(401);
    }

    @Test
    void aKeyThatABrowserSendsByItselfDoesNotHelpAnotherSite() {
        assertThat(http.post()
                        .uri("/api/articles")
                        .header("Authorization", basic("ops", TestKeys.OPERATOR))
                        .header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(403);
        assertThat(http.post()
                        .uri("/api/articles")
                        .header("Authorization", "Bearer " + TestKeys.OPERATOR)
                        .header("Sec-Fetch-Site", "cross-site"))
                .hasStatusOk();
    }

    @Test
    void noSessionIsMadeForAKey() {
        assertThat(http.get().uri("/api/articles").header("Authorization", "Bearer " + TestKeys.READER))
                .doesNotContainHeader("Set-Cookie");
        assertThat(http.get().uri("/").header("Accept", "text/html")).doesNotContainHeader("Set-Cookie");
    }

    @Test
    void answersToThoseWhoAreKnownStayInNoCache() {
        assertThat(http.get().uri("/api/articles").header("Authorization", "Bearer " + TestKeys.READER))
                .headers()
                .hasHeaderSatisfying(
                        "Cache-Control", values -> assertThat(values.getFirst()).contains("no-store"));
    }

    @Test
    void healthTellsNobodyWhatItIsMadeOf() {
        assertThat(http.get().uri("/actuator/health")).bodyText().doesNotContain("components");
        assertThat(http.get().uri("/actuator/health").header("Authorization", "Bearer " + TestKeys.READER))
                .bodyText()
                .doesNotContain("components");
        assertThat(http.get().uri("/actuator/health").header("Authorization", "Bearer " + TestKeys.OPERATOR))
                .bodyText()
                .contains("components");
    }

    @Test
    void whoeverIsKnownCanNotPassForAnother() {
        assertThat(http.post()
                        .uri("/api/articles")
                        .header("Authorization", "Bearer " + TestKeys.OPERATOR)
                        .header("X-Dateline-By", "ada"))
                .hasBodyTextEqualTo("written by ops for ada");
    }

    @Test
    void everyChangeIsNotedDownWithItsAuthor() {
        status("POST", "/api/articles?a=b", "Bearer " + TestKeys.OPERATOR);
        status("DELETE", "/api/articles", "Bearer " + TestKeys.OPERATOR);

        List<JsonNode> changes = changes(2);
        assertThat(changes.getFirst().get("service").asString()).isEqualTo("test-service");
        assertThat(changes.getFirst().get("by").asString()).isEqualTo("ops");
        assertThat(changes.getFirst().get("method").asString()).isEqualTo("POST");
        assertThat(changes.getFirst().get("path").asString()).isEqualTo("/api/articles");
        assertThat(changes.getFirst().get("query").asString()).isEqualTo("a=b");
        assertThat(changes.getFirst().get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(changes.getFirst().get("status").asInt()).isEqualTo(200);
        // A change that failed may have done half of its work.
        assertThat(changes.get(1).get("method").asString()).isEqualTo("DELETE");
        assertThat(changes.get(1).get("status").asInt()).isEqualTo(500);
    }

    @Test
    void whatChangesNothingIsNotNotedDown() {
        status("GET", "/api/articles", "Bearer " + TestKeys.OPERATOR);
        status("POST", "/api/articles", "Bearer " + TestKeys.READER);
        status("POST", "/api/articles", NONE);
        status("POST", "/hub/token", NONE);
        // What comes last is written last.
        status("POST", "/api/articles", "Bearer " + TestKeys.OPERATOR);
        assertThat(changes(1)).hasSize(1);
    }

    private List<JsonNode> changes(int expected) {
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> sent.history().size() >= expected);
        return sent.history().stream()
                .map(record -> {
                    assertThat(record.topic()).isEqualTo("audit.changes");
                    return (JsonNode) JsonMapper.shared().readTree(record.value());
                })
                .toList();
    }

    private static String basic(String name, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + key).getBytes(StandardCharsets.UTF_8));
    }
}
