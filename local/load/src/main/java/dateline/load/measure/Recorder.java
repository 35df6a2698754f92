package dateline.load.measure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.local.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands between a service and Elasticsearch and notes what is asked. Used before anything is measured. */
final class Recorder implements AutoCloseable {
    private static final Set<String> NOT_OURS =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final String elasticsearch;
    private final List<Call> calls = new ArrayList<>();

    /** Records what goes to the node at this URL. */
    Recorder(String elasticsearch) {
        this.elasticsearch = elasticsearch;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new CannotStart("Can not listen: " + e.getMessage(), e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked since the last time, in groups that were under way at the same time, each by its beginning. */
    List<List<Call>> take() {
        List<Call> taken;
        synchronized (calls) {
            taken = new ArrayList<>(calls);
            calls.clear();
        }
        taken.sort(Comparator.comparingLong(Call::start));
        List<List<Call>> groups = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Call call : taken) {
            if (groups.isEmpty() || call.start() > end) {
                groups.add(new ArrayList<>());
                end = call.end();
            }
            groups.getLast().add(call);
            end = Math.max(end, call.end());
        }
        return groups;
    }

    private void pass(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(elasticsearch + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            // Before it is sent on: what waited for it may ask its next before we come to note anything.
            long end = System.nanoTime();
            boolean empty = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
            synchronized (calls) {
                calls.add(new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        header(exchange, "Content-Type"),
                        header(exchange, "Accept"),
                        body,
                        start,
                        end));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
