package dateline.query.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dateline.query.alert.Alert;
import dateline.query.saved.Channel;
import dateline.query.saved.SavedSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookSenderTests {
    private static final Alert ALERT = new Alert("id", "search", "Search", Instant.EPOCH, null, null);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/slow")) {
                // Begins to answer and never ends.
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                return;
            }
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "/200");
            }
            exchange.getResponseHeaders().add("Retry-After", "77");
            exchange.sendResponseHeaders(path.equals("/moved") ? 302 : Integer.parseInt(path.substring(1)), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Attempt send(String host, String path, List<String> allowed) throws Exception {
        WebhookSender sender = new WebhookSender(
                new DeliverySettings(
                        List.of(Duration.ofSeconds(1)),
                        10,
                        10,
                        4,
                        4,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        10,
                        "a@b.example"),
                new SavedSettings(10, 10, 5, Duration.ofSeconds(1), allowed, (short) 1));
        try {
            String url = "http://" + host + ":" + server.getAddress().getPort() + path;
            return sender.send(new Channel.Webhook(url), ALERT, SECRET);
        } finally {
            sender.destroy();
        }
    }

    @Test
    void whatAnswersInTheTwoHundredsHasTakenIt() throws Exception {
        assertThat(send("127.0.0.1", "/204", List.of("127.0.0.1"))).isInstanceOf(Attempt.Taken.class);
    }

    @Test
    void whatAnswersOtherwiseIsTriedAgainWhenItSays() throws Exception {
        assertThat(send("127.0.0.1", "/503", List.of("127.0.0.1")))
                .isEqualTo(new Attempt.Failed("answered 503", Duration.ofSeconds(77)));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        assertThat(send("127.0.0.1", "/moved", List.of("127.0.0.1"))).isInstanceOf(Attempt.Failed.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void whatIsGoneIsNotTriedAgain() throws Exception {
        assertThat(send("127.0.0.1", "/410", List.of("127.0.0.1"))).isInstanceOf(Attempt.Hopeless.class);
    }

    @Test
    void anAddressInsideIsNeverConnectedTo() throws Exception {
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]")) {
            assertThat(send(host, "/200", List.of("allowed.example")))
                    .as(host)
                    .isInstanceOfSatisfying(
                            Attempt.Hopeless.class,
                            hopeless -> assertThat(hopeless.reason()).isEqualTo("refused-address"));
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void whoNeverFinishesItsAnswerHoldsNobodyUp() throws Exception {
        // Only the status counts, so what would follow it is not waited for.
        assertThat(send("127.0.0.1", "/slow", List.of("127.0.0.1"))).isInstanceOf(Attempt.Taken.class);
    }
}
