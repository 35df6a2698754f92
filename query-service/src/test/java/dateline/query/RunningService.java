package dateline.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.Headers;
import dateline.contract.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service from outside: records in, HTTP out. */
@TestComponent
public class RunningService {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningService(KafkaTemplate<byte[], byte[]> kafka, Environment environment) {
        this.kafka = kafka;
        this.environment = environment;
    }

    /** Else what a test asks first could be answered that there is no index yet. */
    @EventListener(ApplicationReadyEvent.class)
    void awaitIndex() {
        awaitThat("index", () -> search("?size=1"));
    }

    public void publish(SampleArticle... articles) {
        for (SampleArticle article : articles) {
            send(article.id(), article.json(), null);
        }
    }

    public void takeDown(SampleArticle article, int revision) {
        send(article.id(), null, Integer.toString(revision));
    }

    public void send(String key, byte @Nullable [] value, @Nullable String revision) {
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(Topic.ENRICHED.topicName(), key.getBytes(UTF_8), value);
        if (revision != null) {
            sent.headers().add(Headers.REVISION, revision.getBytes(UTF_8));
        }
        kafka.send(sent).join();
    }

    public void awaitSearchable(SampleArticle... articles) {
        for (SampleArticle article : articles) {
            awaitThat("id " + article.id(), () -> {
                HttpResponse<String> answer = ask("/api/articles/" + article.id());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            });
        }
        // Found by id at once, by search after the next refresh.
        for (SampleArticle article : articles) {
            String outlet = article.build().raw().article().outlet().id();
            awaitThat(
                    "search for " + article.id(),
                    () -> assertThat(search("?size=100&outlet=" + outlet)
                                    .get("items")
                                    .findValuesAsString("id"))
                            .contains(article.id()));
        }
    }

    public void awaitThat(String what, org.awaitility.core.ThrowingRunnable assertion) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }

    /** The JSON answer to a search, which must succeed. */
    public JsonNode search(String query) {
        HttpResponse<String> answer = ask("/api/articles" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The answer to a request with these headers, each a name and a value. */
    public HttpResponse<String> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends JSON with that method; none for null. */
    public HttpResponse<String> tell(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Where the service answers. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
