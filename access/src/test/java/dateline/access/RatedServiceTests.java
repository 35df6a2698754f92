package dateline.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with tight limits, on a real server. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.admin.auto-create=false",
            "server.address=127.0.0.1",
            "dateline.access.max-body=1KB",
            "dateline.access.rate.per-key=1",
            "dateline.access.rate.per-address=1000",
            "dateline.access.rate.burst=2"
        })
class RatedServiceTests {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        String both = TestKeys.both();
        properties.add("dateline.access.keys", () -> both.substring(both.indexOf('=') + 1));
    }

    private HttpResponse<String> send(String key, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.header("Authorization", "Bearer " + key).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    @Test
    void whoAsksTooMuchIsToldToWait() throws Exception {
        HttpResponse<String> last = send(TestKeys.READER, at("/api/articles"));
        for (int i = 0; i < 10 && last.statusCode() == 200; i++) {
            last = send(TestKeys.READER, at("/api/articles"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).contains("1");
        assertThat(last.body()).contains("Too many requests");
        assertThat(send(TestKeys.OPERATOR, at("/api/articles")).statusCode())
                .as("another's share")
                .isEqualTo(200);
    }

    @Test
    void aBodyWithoutALengthIsCutOff() throws Exception {
        byte[] body = "x".repeat(100_000).getBytes(UTF_8);
        HttpResponse<String> answer = send(
                TestKeys.OPERATOR,
                at("/api/articles").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
