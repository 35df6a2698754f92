package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dateline.ingest.fetch.FetchProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTests {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return ExtractCommand.run(args, new PrintStream(out), new PrintStream(err));
    }

    private List<JsonNode> lines() {
        JsonMapper json = new JsonMapper();
        return out.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }

    private String file(String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset)).toString();
    }

    @Test
    void everyFileIsOneObjectOnOneLine() throws IOException {
        String page = file(
                "a.html",
                "<title>A headline of the day</title><p>The pier was closed, the council said on Tuesday.</p>",
                StandardCharsets.UTF_8);
        String text = file(
                "b.txt",
                "A headline of the day\n\nMay 21, 2024\n\nThe pier was closed, the council said on Tuesday.",
                StandardCharsets.UTF_8);

        int status = run(page, text);

        assertThat(status).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0).get("text").asString())
                .isEqualTo("The pier was closed, the council said on Tuesday.");
        assertThat(lines().get(0).get("byline").isNull()).isTrue();
        assertThat(lines().get(1).get("published").asString()).isEqualTo("2024-05-21");
        assertThat(lines().get(1).get("publishedSource").asString()).isEqualTo("TEXT");
    }

    @Test
    void aFileThatCannotBeReadIsAnErrorAndTheOthersAreStillRead() throws IOException {
        String page =
                file("a.html", "<p>The pier was closed, the council said on Tuesday.</p>", StandardCharsets.UTF_8);

        int status = run(folder.resolve("missing.html").toString(), page);

        assertThat(status).isOne();
        assertThat(lines().get(0).get("error").asString()).contains("missing.html");
        assertThat(lines().get(1).has("text")).isTrue();
    }

    @Test
    void aPageOnTheWebIsFetchedAndReadWithItsAddress() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = "<title>A headline of the day</title><p>The pier was closed, the council said on Tuesday.</p>"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/story", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/story";
            FetchProperties local = new Binder(
                            new MapConfigurationPropertySource(Map.of("dateline.fetch.allowed-hosts", "127.0.0.1")))
                    .bindOrCreate("dateline.fetch", FetchProperties.class);

            int status = new ExtractCommand(Clock.systemUTC(), local)
                    .print(new String[] {url}, new PrintStream(out), new PrintStream(err));

            assertThat(status).isZero();
            assertThat(lines().getFirst().get("text").asString()).startsWith("The pier was closed");
            assertThat(lines().getFirst().get("url").asString()).isEqualTo(url);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPrivateAddressIsNotFetched() {
        int status = run("http://127.0.0.1/story");

        assertThat(status).isOne();
        assertThat(lines().getFirst().get("error").asString()).contains("cannot be read");
    }

    @Test
    void pagesInOldEncodingsAreDecoded() throws IOException {
        String page = file(
                "a.html",
                "<meta charset=windows-1251><p>Паромный причал закроют, сообщил городской совет во вторник.</p>",
                Charset.forName("windows-1251"));

        run(page);

        assertThat(lines().getFirst().get("text").asString()).startsWith("Паромный причал закроют");
    }

    @Test
    void argumentsThatMakeNoSenseGetTheUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--url")).isEqualTo(2);
        assertThat(run("--what", "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: extract");
    }
}
