package dateline.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The API of a service on this machine, for commands that do no more than call it. */
final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Component service;
    private final int port;

    Api(Component service, int port) {
        this.service = service;
        this.port = port;
    }

    /**
     * Asks, and gives the object that was answered; an empty one if there was none.
     *
     * @throws CannotStart if there is no answer, or one that tells of a problem
     */
    Map<String, Object> ask(String method, String pathAndQuery, String json) {
        var request = Http.withKey(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery)))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                throw new CannotStart(
                        service.title() + "-service wants a key: set DATELINE_API_KEY to one that is good there");
            }
            if (response.statusCode() >= 400) {
                var problem = JsonText.object(response.body());
                throw new CannotStart(
                        problem.get("title") == null
                                ? pathAndQuery + " answered " + response.statusCode()
                                : JsonText.string(problem, "title") + ": " + JsonText.string(problem, "detail"));
            }
            return response.body().isBlank() ? Map.of() : JsonText.object(response.body());
        } catch (IOException e) {
            throw new CannotStart(
                    service.title() + "-service does not answer on port " + port
                            + "; ./dateline status says what runs.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a JSON string. */
    static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
