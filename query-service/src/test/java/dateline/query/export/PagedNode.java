package dateline.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.StringJoiner;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands for Elasticsearch: a moment with so many articles, of which each page is handed out, up to a fault. */
final class PagedNode implements AutoCloseable {
    private final HttpServer server;
    private final int articles;
    private final int text;
    private final AtomicInteger handedOut = new AtomicInteger();
    private final AtomicInteger moments = new AtomicInteger();
    private volatile int faultAfter = Integer.MAX_VALUE;
    private volatile @Nullable CyclicBarrier together;

    /**
     * Starts it.
     *
     * @param articles how many there are
     * @param text how many characters each has
     */
    PagedNode(int articles, int text) throws IOException {
        this.articles = articles;
        this.text = text;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers no more after so many articles. */
    void faultAfter(int articlesHandedOut) {
        faultAfter = articlesHandedOut;
    }

    /** Answers pages behind the first only when so many are asked for at the same time; one at a time again with null. */
    void onlyTogether(@Nullable CyclicBarrier pages) {
        together = pages;
    }

    /** How many articles were handed out in all. */
    int handedOut() {
        return handedOut.get();
    }

    /** How many moments are held. */
    int moments() {
        return moments.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/_pit") && exchange.getRequestMethod().equals("POST")) {
            moments.incrementAndGet();
            send(
                    exchange,
                    200,
                    "{\"id\":\"moment\",\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0}}");
        } else if (path.endsWith("/_pit")) {
            moments.decrementAndGet();
            send(exchange, 200, "{\"succeeded\":true,\"num_freed\":1}");
        } else {
            page(exchange, JsonMapper.shared().readTree(body));
        }
    }

    private void page(HttpExchange exchange, JsonNode request) throws IOException {
        int from =
                request.has("search_after") ? request.get("search_after").get(0).asInt() + 1 : 0;
        if (from >= faultAfter) {
            send(
                    exchange,
                    503,
                    "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"away\"},\"status\":503}");
            return;
        }
        boolean whole = request.get("_source").isObject();
        CyclicBarrier others = together;
        if (whole && from > 0 && others != null) {
            meet(others);
        }
        int until = Math.min(articles, from + request.get("size").asInt());
        StringJoiner hits = new StringJoiner(",");
        for (int i = from; i < until; i++) {
            String source = whole ? ",\"_source\":{\"id\":\"%d\",\"title\":\"%s\"}".formatted(i, "x".repeat(text)) : "";
            String id = whole ? ",\"_id\":\"%d\"".formatted(i) : "";
            hits.add("{\"_index\":\"articles-1\"%s%s,\"sort\":[%d]}".formatted(id, source, i));
        }
        handedOut.addAndGet(whole ? until - from : 0);
        String total = from == 0 ? "\"total\":{\"value\":%d,\"relation\":\"eq\"},".formatted(articles) : "";
        send(
                exchange,
                200,
                "{\"took\":1,\"timed_out\":false,\"pit_id\":\"moment\",\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
                        + "\"hits\":{" + total + "\"hits\":[" + hits + "]}}");
    }

    private static void meet(CyclicBarrier others) throws IOException {
        try {
            others.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException("Nobody asked for another page meanwhile", e);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
