package dateline.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A service without credentials, on its own machine. */
@SpringBootTest(
        properties = {
            "spring.kafka.admin.auto-create=false",
            "server.address=127.0.0.1",
            "management.health.elasticsearch.enabled=false",
            "management.endpoint.health.show-details=never",
            "dateline.access.hosts=news.internal",
            "dateline.access.max-body=1KB"
        })
@AutoConfigureMockMvc
class OpenServiceTests {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private MockProducer<byte[], byte[]> sent;

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "LOCALHOST", "127.0.0.1:8080", "[::1]:8080", "news.internal:1"})
    void everyoneOnThisMachineMayDoEverything(String host) {
        assertThat(http.get().uri("/api/letters").header("Host", host))
                .hasStatusOk()
                .hasBodyTextEqualTo("read by local");
        assertThat(http.post().uri("/api/articles").header("Host", host)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example",
                "attacker.example:8080",
                "localhost.attacker.example",
                "127.0.0.1.nip.io",
                "192.0.2.1"
            })
    void aNameThatOnlyPointsToThisMachineIsRefused(String host) {
        assertThat(http.get().uri("/api/articles").header("Host", host))
                .hasStatus(403)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("dateline.access.hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP"})
    void aProxyInFrontOfItIsRefused(String header) {
        assertThat(http.get().uri("/api/articles").header(header, "for=192.0.2.1"))
                .hasStatus(403)
                .bodyText()
                .contains("dateline.access.key-file");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://attacker.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost:1, 403",
        "Origin, http://localhost, 200",
    })
    void aPageOfAnotherSiteCanNotChangeAnything(String header, String value, int status) {
        assertThat(http.post().uri("/api/articles").header("Host", "localhost").header(header, value))
                .hasStatus(status);
    }

    @Test
    void aPageOfAnotherSiteMayStillLinkHere() {
        assertThat(http.get().uri("/").header("Sec-Fetch-Site", "cross-site")).hasStatusOk();
    }

    @Test
    void whoActsIsBelievedWhereNobodyIsAskedForAKey() {
        assertThat(http.post().uri("/api/articles").header("X-Dateline-By", "ada"))
                .hasBodyTextEqualTo("written by ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/articles", "/nowhere", "/actuator/health"})
    void everyAnswerTellsBrowsersToRunNothingForeign(String path) {
        assertThat(http.get().uri(path))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("default-src 'none'")
                                .doesNotContain("unsafe"));
    }

    @Test
    void aRefusalTellsBrowsersSoToo() {
        assertThat(http.get().uri("/").header("Host", "attacker.example"))
                .hasStatus(403)
                .hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(http.post().uri("/api/articles").content("x".repeat(1024))).hasStatusOk();
        assertThat(http.post().uri("/api/articles").content("x".repeat(1025))).hasStatus(413);
    }

    @Test
    void linesMayBeAnyNumber() {
        assertThat(http.post()
                        .uri("/api/articles")
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .content("x\n".repeat(5000)))
                .hasStatusOk();
    }

    @Test
    void itsHealthIsShownInDetail() {
        assertThat(http.get().uri("/actuator/health")).bodyText().contains("components");
    }

    @Test
    void whoActsWithoutANameIsNotedDownAsLocal() {
        http.post().uri("/api/articles").exchange();
        await().atMost(10, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(sent.history())
                        .isNotEmpty()
                        .allSatisfy(change ->
                                assertThat(new String(change.key(), UTF_8)).isEqualTo("local")));
    }
}
