package dateline.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a server on this machine. */
final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final int port;

    Http(int port) {
        this.port = port;
    }

    /** The body of a 200 answer; nothing if there is no answer or another one. */
    Optional<String> get(String pathAndQuery) {
        var request = withKey(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery)))
                .timeout(TIMEOUT)
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The request with the operator's key, if they have set one. */
    static HttpRequest.Builder withKey(HttpRequest.Builder request) {
        var key = System.getenv("DATELINE_API_KEY");
        return key == null || key.isBlank() ? request : request.setHeader("Authorization", "Bearer " + key.strip());
    }
}
