package dateline.query.neighbour;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands for another service: answers what it was told to and keeps what it was asked. */
public final class StubService implements AutoCloseable {
    /** What it was asked. */
    public record Asked(String method, String path, String body, String by) {}

    private record Given(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Given> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers so from now on; the path is without its query. */
    public StubService on(String method, String path, int status, String json) {
        answers.put(method + " " + path, new Given(status, json));
        return this;
    }

    /** What it was asked since the last time. */
    public List<Asked> takeAsked() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String by = exchange.getRequestHeaders().getFirst("X-Dateline-By");
        asked.add(new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, by == null ? "" : by));
        Given given = answers.getOrDefault(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                new Given(404, "{\"detail\": \"nothing is here\"}"));
        byte[] bytes = given.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(given.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
