package dateline.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports over HTTP, of a node that fails when it is told to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTests {
    private static final int ARTICLES = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/api/articles/export?fields=id,title";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnnotationConfigServletWebServerApplicationContext service =
            new AnnotationConfigServletWebServerApplicationContext();

    private PagedNode node;
    private Rest5Client client;
    private int port;

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Web {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }
    }

    @BeforeAll
    void start() throws IOException {
        node = new PagedNode(ARTICLES, 1_000);
        client = Rest5Client.builder(URI.create(node.url())).build();
        ElasticsearchClient elasticsearch =
                new ElasticsearchClient(new Rest5ClientTransport(client, new Jackson3JsonpMapper()));
        Exports exports = new Exports(
                elasticsearch,
                asked -> Query.of(query -> query.matchAll(all -> all)),
                "articles",
                new ExportSettings(2, DataSize.ofKilobytes(500), Duration.ofMinutes(5)),
                meters);
        service.register(Web.class);
        service.registerBean(ExportController.class, () -> new ExportController(exports));
        service.refresh();
        port = service.getWebServer().getPort();
    }

    @AfterAll
    void stop() throws IOException {
        service.close();
        client.close();
        node.close();
    }

    @BeforeEach
    void answersAgain() {
        node.faultAfter(Integer.MAX_VALUE);
        node.onlyTogether(null);
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** A reader that reads nothing by itself. */
    private Socket reader(String path) throws IOException {
        Socket socket = new Socket();
        // Little is on its way, then, while nobody reads.
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private double running() {
        return meters.get("dateline.export.running").gauge().value();
    }

    private double outcomes(String outcome) {
        return meters.counter("dateline.exports", "outcome", outcome).count();
    }

    @Test
    void allArticlesComeAndTheMomentIsLetGo() throws Exception {
        HttpResponse<String> answer = ask(PATH);

        assertThat(answer.headers().firstValue("Dateline-Total")).contains(Integer.toString(ARTICLES));
        assertThat(JsonMapper.shared().readTree(answer.body())).hasSize(ARTICLES);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(node.moments()).isZero());
    }

    @Test
    void everyArticleComesOnceAndInItsPlace() throws Exception {
        JsonNode articles = JsonMapper.shared().readTree(ask(PATH).body());

        assertThat(articles.valueStream().map(article -> article.get("id").asInt()))
                .containsExactlyElementsOf(IntStream.range(0, ARTICLES).boxed().toList());
    }

    @Test
    void twoPagesAreReadAtATime() throws Exception {
        node.onlyTogether(new CyclicBarrier(2));

        HttpResponse<String> answer = ask(PATH + "&limit=300");

        assertThat(JsonMapper.shared().readTree(answer.body())).hasSize(300);
    }

    @Test
    void whatBreaksOffIsNoticed() throws Exception {
        for (String format : List.of("json", "ndjson", "csv")) {
            node.faultAfter(5_000);
            double broken = outcomes("broken");
            try (Socket socket = reader(PATH + "&format=" + format)) {
                String answer = rest(socket.getInputStream());

                assertThat(answer).startsWith("HTTP/1.1 200").contains("xxxxxxxxxx");
                // The last chunk, which says that this was all, is missing; and JSON has no end.
                assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("\n]\n");
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outcomes("broken")).isEqualTo(broken + 1));
            assertThat(node.moments()).isZero();
            assertThat(running()).isZero();
        }
    }

    private static String rest(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(new String(buffer, 0, n, UTF_8));
            }
        } catch (IOException e) {
            text.append("cut off");
        }
        return text.toString();
    }

    @Test
    void whatCanNotBeBegunIsAProblem() throws Exception {
        node.faultAfter(0);

        assertThat(ask(PATH).statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(running()).isZero();
        assertThat(node.moments()).isZero();
    }

    @Test
    void moreExportsThanAllowedAreRefusedAndAReaderThatGoesAwayEndsItsOwn() throws Exception {
        double left = outcomes("left");
        int before = node.handedOut();
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Socket socket = reader(PATH);
            // The first byte tells that it is under way; nobody reads the others.
            assertThat(socket.getInputStream().read()).isPositive();
            readers.add(socket);
        }
        assertThat(running()).isEqualTo(2);

        HttpResponse<String> refused = ask(PATH);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (Socket socket : readers) {
            // Without a farewell, as when a machine is switched off.
            socket.setSoLinger(true, 0);
            socket.close();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(running()).isZero());
        assertThat(outcomes("left")).isEqualTo(left + 2);
        assertThat(node.moments()).isZero();
        // Nobody read what was handed out for nobody.
        assertThat(node.handedOut() - before).isLessThan(2 * ARTICLES);
    }
}
