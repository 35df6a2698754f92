package dateline.load.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecorderTests {
    private final CountDownLatch bothThere = new CountDownLatch(2);
    private HttpServer node;
    private Recorder recorder;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        node.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                if (exchange.getRequestURI().getPath().startsWith("/together")) {
                    bothThere.countDown();
                    bothThere.await();
                }
                exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        node.start();
        recorder = new Recorder("http://127.0.0.1:" + node.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        recorder.close();
        node.stop(0);
    }

    @Test
    void aRequestPassesAndIsNotedAsItWas() {
        try (Asker asker = new Asker()) {
            byte[] answer =
                    asker.send("POST", recorder.url() + "/a/_search?x=1", "application/json", bytes("{\"a\":1}"));

            assertThat(new String(answer, UTF_8)).isEqualTo("{\"a\":1}");
        }
        List<List<Call>> groups = recorder.take();
        assertThat(groups).hasSize(1);
        Call call = groups.getFirst().getFirst();
        assertThat(call.path()).isEqualTo("/a/_search?x=1");
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.contentType()).isEqualTo("application/json");
        assertThat(new String(call.body(), UTF_8)).isEqualTo("{\"a\":1}");
        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void whatIsAskedSideBySideIsOneGroupAndWhatFollowsAnother() throws InterruptedException {
        try (Asker asker = new Asker()) {
            Thread other =
                    Thread.ofVirtual().start(() -> asker.send("POST", recorder.url() + "/together/1", "", bytes("1")));
            asker.send("POST", recorder.url() + "/together/2", "", bytes("2"));
            other.join();
            asker.send("POST", recorder.url() + "/after", "", bytes("3"));
        }
        List<List<Call>> groups = recorder.take();
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst()).extracting(Call::path).containsExactlyInAnyOrder("/together/1", "/together/2");
        assertThat(groups.getLast()).extracting(Call::path).containsExactly("/after");
    }

    @Test
    void whatWaitedForAnAnswerWaitsForItWhenItIsRepeated() {
        CountDownLatch secondAsked = new CountDownLatch(1);
        AtomicBoolean early = new AtomicBoolean();
        node.createContext("/first", exchange -> {
            try (exchange) {
                // The one that is under way all the time is there; the second would come now, if it did not wait.
                bothThere.await();
                early.set(secondAsked.await(300, TimeUnit.MILLISECONDS));
                exchange.sendResponseHeaders(200, -1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        node.createContext("/second", exchange -> {
            try (exchange) {
                secondAsked.countDown();
                exchange.sendResponseHeaders(200, -1);
            }
        });
        bothThere.countDown();
        List<Call> group = List.of(call("/first", 0, 10), call("/together", 1, 40), call("/second", 12, 30));

        try (Asker asker = new Asker()) {
            asker.repeat("http://127.0.0.1:" + node.getAddress().getPort(), List.of(group));
        }
        assertThat(secondAsked.getCount()).isZero();
        assertThat(early).isFalse();
    }

    private static Call call(String path, long start, long end) {
        return new Call("GET", path, "", "", new byte[0], start, end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
