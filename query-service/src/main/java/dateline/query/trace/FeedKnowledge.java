package dateline.query.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.access.OwnKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks ingest-service, which knows the feeds. */
@Component
class FeedKnowledge {
    private final TraceSettings settings;
    private final OwnKey key;
    private final HttpClient http;

    FeedKnowledge(TraceSettings settings, OwnKey key) {
        this.settings = settings;
        this.key = key;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.ingestPatience())
                .build();
    }

    /** What it answers, or why there is no answer. */
    sealed interface Answer {
        /** It knows something. */
        record Known(JsonNode json) implements Answer {}

        /** It did not answer as it should. */
        record Silent(String reason) implements Answer {}
    }

    /** What the feeds know of a page. */
    Answer ofPage(String url) {
        return ask("/api/feeds/trace?url=" + URLEncoder.encode(url, UTF_8));
    }

    /** The title and address of a feed; empty if that is not known now. */
    Optional<String> nameOf(String feedId) {
        if (ask("/api/feeds/" + URLEncoder.encode(feedId, UTF_8)) instanceof Answer.Known known) {
            String title = known.json().path("title").asString("");
            String url = known.json().path("url").asString("");
            return Optional.of(title.equals(url) ? url : title + " <" + url + ">");
        }
        return Optional.empty();
    }

    private Answer ask(String path) {
        try {
            HttpRequest request = key.show(HttpRequest.newBuilder(URI.create(settings.ingestUrl() + path)))
                    .timeout(settings.ingestPatience())
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? new Answer.Known(JsonMapper.shared().readTree(response.body()))
                    : new Answer.Silent("it answered with status " + response.statusCode());
        } catch (IOException | JacksonException e) {
            return new Answer.Silent(e.getMessage() == null ? "no connection" : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("interrupted");
        }
    }
}
