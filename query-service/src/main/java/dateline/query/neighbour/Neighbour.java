package dateline.query.neighbour;

import dateline.access.OwnKey;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Another service. */
public final class Neighbour {
    /** Who acts, as they call themselves. */
    private static final String BY = "X-Dateline-By";

    private final HttpClient http;
    private final OwnKey key;
    private final String name;
    private final String url;
    private final Duration patience;
    private final Duration longest;
    private final @Nullable String by;

    /**
     * Asks nothing yet.
     *
     * @param key shown with every request
     * @param name for people, such as {@code ingest-service}
     * @param url without a path
     * @param patience longest wait for what {@link #get} asks for
     * @param longest longest wait for anything else
     */
    public Neighbour(HttpClient http, OwnKey key, String name, String url, Duration patience, Duration longest) {
        this(http, key, name, url, patience, longest, null);
    }

    private Neighbour(
            HttpClient http,
            OwnKey key,
            String name,
            String url,
            Duration patience,
            Duration longest,
            @Nullable String by) {
        this.http = http;
        this.key = key;
        this.name = name;
        this.url = url;
        this.patience = patience;
        this.longest = longest;
        this.by = by;
    }

    /** The same, asked on behalf of somebody. */
    public Neighbour on(String behalf) {
        return new Neighbour(http, key, name, url, patience, longest, behalf);
    }

    /** Its name for people. */
    public String name() {
        return name;
    }

    /** Where it answers. */
    public String url() {
        return url;
    }

    /** Asks for something that is there. */
    public Answer get(String path) {
        return send("GET", path, null, "application/json", patience);
    }

    /** Asks for something to be done. */
    public Answer post(String path, Object body) {
        String json = JsonMapper.shared().writeValueAsString(body);
        return send("POST", path, json, "application/json", longest);
    }

    /** The same, with a body that is not JSON. */
    public Answer post(String path, String body, String type) {
        return send("POST", path, body, type, longest);
    }

    /** Asks for something to be taken away. */
    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json", longest);
    }

    private Answer send(String method, String path, @Nullable String body, String type, Duration wait) {
        try {
            HttpRequest.Builder request = key.show(HttpRequest.newBuilder(URI.create(url + path)))
                    .timeout(wait)
                    .header("Accept", "application/json, application/problem+json, */*;q=0.5")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            if (body != null) {
                request.header("Content-Type", type);
            }
            if (by != null) {
                request.header(BY, by.replaceAll("[^ -~]", "?"));
            }
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return read(response);
        } catch (HttpTimeoutException e) {
            return silent("no answer within " + wait.toMillis() / 1000.0 + " s");
        } catch (ConnectException e) {
            return silent("no connection");
        } catch (IOException | IllegalArgumentException e) {
            return silent(e.getMessage() == null ? "no connection" : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent("interrupted");
        }
    }

    private Answer read(HttpResponse<String> response) {
        JsonNode json;
        try {
            String text = response.body();
            json = text.isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            // An answer that is text, such as OPML.
            json = JsonNodeFactory.instance.stringNode(response.body());
        }
        if (response.statusCode() / 100 == 2) {
            return new Answer.Done(json);
        }
        String reason = json.path("detail").asString("");
        String field = json.path("field").asString("");
        return new Answer.Refused(
                response.statusCode(),
                reason.isEmpty() ? name + " answered with status " + response.statusCode() : reason,
                field.isEmpty() ? null : field);
    }

    private Answer silent(String reason) {
        return new Answer.Silent(name, url, reason);
    }
}
