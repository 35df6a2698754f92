package dateline.query.command;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** query-service's API, asked from the command line. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DEFAULT_PORT = 8080;

    private final String base;
    private final @Nullable String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * The API there.
     *
     * @param key to be let in with, if one is needed
     */
    Api(String base, @Nullable String key) {
        this.key = key;
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The API at the address given, or that runs with a data folder on this machine. */
    static Api of(Options options, Map<String, String> environment) {
        String url = options.get("url") == null ? environment.get("DATELINE_QUERY_URL") : options.get("url");
        String key = environment.get("DATELINE_API_KEY");
        if (url != null) {
            return new Api(url, key);
        }
        String data = options.get("data") == null ? environment.get("DATELINE_DATA") : options.get("data");
        return new Api("http://localhost:" + (data == null ? DEFAULT_PORT : port(Path.of(data))), key);
    }

    private static int port(Path data) {
        Path file = data.resolve("run").resolve("ports.properties");
        Properties ports = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                ports.load(reader);
            } catch (IOException e) {
                throw new CommandFailed("can not read " + file + ": " + e.getMessage());
            }
        }
        String port = ports.getProperty("query", "");
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : DEFAULT_PORT;
    }

    JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(uri(path)).build()));
    }

    byte[] bytes(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build()).body();
    }

    JsonNode delete(String path) {
        return json(send(HttpRequest.newBuilder(uri(path)).DELETE().build()));
    }

    JsonNode post(String path, JsonNode body, @Nullable String by) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
        if (by != null && by.matches("[\\x20-\\x7e]+")) {
            request.header("X-Dateline-By", by);
        }
        return json(send(request.build()));
    }

    private URI uri(String path) {
        try {
            return URI.create(base + path);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("no address: " + base + path);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpRequest.Builder patient =
                    HttpRequest.newBuilder(request, (_, _) -> true).timeout(PATIENCE);
            if (key != null && !key.isBlank()) {
                patient.setHeader("Authorization", "Bearer " + key.strip());
            }
            HttpResponse<byte[]> response = http.send(patient.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() == 401) {
                throw new CommandFailed("query-service wants a key: set DATELINE_API_KEY to one that is good there");
            }
            if (response.statusCode() / 100 != 2) {
                throw new CommandFailed(problem(response));
            }
            return response;
        } catch (IOException e) {
            throw new CommandFailed(
                    "query-service does not answer at " + base + ": is it running? (./dateline status)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String problem(HttpResponse<byte[]> response) {
        try {
            String detail = json(response).path("detail").asString("");
            return detail.isEmpty() ? "query-service answered with status " + response.statusCode() : detail;
        } catch (JacksonException e) {
            return "query-service answered with status " + response.statusCode();
        }
    }
}
