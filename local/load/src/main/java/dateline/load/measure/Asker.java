package dateline.load.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks over kept connections and reads answers as bytes, without looking at them beyond the status. */
final class Asker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The answer to a question that must succeed. */
    byte[] get(String url) {
        return answered(send(HttpRequest.newBuilder(URI.create(url)).GET()));
    }

    byte[] send(String method, String url, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return answered(send(request));
    }

    /** Sends what the service sent, in groups side by side as it did, and each once what it had to wait for is answered. */
    void repeat(String elasticsearch, List<List<Call>> groups) {
        for (List<Call> group : groups) {
            if (group.size() == 1) {
                answered(send(request(elasticsearch, group.getFirst())));
            } else {
                sideBySide(elasticsearch, group);
            }
        }
    }

    private void sideBySide(String elasticsearch, List<Call> group) {
        Map<Call, CompletableFuture<HttpResponse<byte[]>>> answers = new LinkedHashMap<>();
        for (Call call : group) {
            CompletableFuture<?>[] before = answers.entrySet().stream()
                    .filter(earlier -> earlier.getKey().end() <= call.start())
                    .map(Map.Entry::getValue)
                    .toArray(CompletableFuture[]::new);
            HttpRequest request = request(elasticsearch, call).build();
            answers.put(
                    call,
                    CompletableFuture.allOf(before)
                            .thenCompose(done -> client.sendAsync(request, BodyHandlers.ofByteArray())));
        }
        answers.values().forEach(answer -> answered(answer.join()));
    }

    private static HttpRequest.Builder request(String elasticsearch, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(elasticsearch + call.path()))
                .timeout(PATIENCE)
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        if (!call.contentType().isEmpty()) {
            request.header("Content-Type", call.contentType());
        }
        // Its version has to be the content's.
        if (!call.accept().isEmpty()) {
            request.header("Accept", call.accept());
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] answered(HttpResponse<byte[]> answer) {
        // A missing alias or document is an answer too.
        if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
            String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
            throw new IllegalStateException(answer.request().uri() + " answered " + answer.statusCode() + ": "
                    + body.substring(0, Math.min(300, body.length())));
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
