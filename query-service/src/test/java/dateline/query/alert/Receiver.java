package dateline.query.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook's other end, which keeps what it is sent and answers as told. */
final class Receiver implements AutoCloseable {
    /** A request. */
    record Got(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String article() {
            return json().at("/data/article/id").asString();
        }
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    final AtomicInteger status = new AtomicInteger(204);
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(Map.copyOf(exchange.getRequestHeaders()), body));
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The articles it was told of, in their order. */
    List<String> articles() {
        return got.stream().map(Got::article).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
