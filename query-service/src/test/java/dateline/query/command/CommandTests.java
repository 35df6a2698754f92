package dateline.query.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTests {
    private static final String LIST = """
            {"complete": true, "leftOut": 0, "total": 1, "page": 0, "size": 50,
             "groups": [{"id": "ab12", "service": "enrich-service", "topic": "news.raw", "reason": "unreadable",
                         "message": "not a RawArticle", "count": 1, "first": "2026-11-25T21:00:00.5Z",
                         "last": "2026-11-25T21:00:00.5Z", "example": "news.raw-3@42"}],
             "letters": [{"origin": "news.raw-3@42", "at": "2026-11-25T21:00:00.5Z", "attempt": 1, "size": 17,
                          "key": null, "message": "not a RawArticle: \\u001b[31mred"}]}
            """;

    private final List<String> asked = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;
    private String answer = LIST;
    private int status = 200;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private int deadLetters(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        return DeadLettersCommand.run(all, Map.of("USER", "ada"), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    @Test
    void lettersAreListedByCauseAndNoneOfThemSteersTheTerminal() {
        assertThat(deadLetters("list", "--cause", "unreadable")).isZero();

        assertThat(asked).containsExactly("GET /api/dead-letters?reason=unreadable ");
        assertThat(out.toString(UTF_8))
                .startsWith("1 open\n")
                .contains("ab12   1      news.raw  unreadable  2026-11-25 21:00:00  not a RawArticle")
                .contains("news.raw-3@42  2026-11-25 21:00:00  1")
                .doesNotContain("\u001b");
    }

    @Test
    void aLetterIsRetriedByItsOrigin() {
        answer = "{\"origin\": \"news.raw-3@42\", \"done\": true, \"outcome\": \"to be enriched anew by order x\"}";

        assertThat(deadLetters("retry", "news.raw-3@42", "--why", "mended")).isZero();

        assertThat(asked).containsExactly("POST /api/dead-letters/news.raw-3%4042/retry {\"reason\":\"mended\"}");
        assertThat(out.toString(UTF_8)).isEqualTo("news.raw-3@42: to be enriched anew by order x\n");
    }

    @Test
    void aGroupIsNamedByConditions() {
        answer =
                "{\"id\": \"r1\", \"action\": \"retry\", \"state\": \"DONE\", \"done\": 2, \"total\": 3, \"refused\": 1,"
                        + " \"ended\": \"2026-11-25T21:00:00Z\", \"problems\": [\"news.raw-3@42: taken down\"]}";

        assertThat(deadLetters("retry", "--group=ab12", "--rate", "5")).isZero();

        assertThat(asked).containsExactly("POST /api/dead-letters/retry {\"group\":\"ab12\",\"rate\":5}");
        assertThat(out.toString(UTF_8)).isEqualTo("retry r1: DONE, 2 of 3 done, 1 stay\n  news.raw-3@42: taken down\n");
    }

    @Test
    void anEditedFileIsSentInItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("edited.json"), "{\"kind\": \"article\"}");
        answer = "{\"origin\": \"o\", \"done\": true, \"outcome\": \"sent\"}";

        assertThat(deadLetters("edit", "news.raw-3@42", "--file", file.toString()))
                .isZero();

        assertThat(asked)
                .containsExactly("POST /api/dead-letters/news.raw-3%4042/edit {\"payload\":{\"kind\":\"article\"}}");
    }

    @Test
    void aProblemIsOneClearLine() {
        status = 409;
        answer = "{\"title\": \"x\", \"detail\": \"news.raw-3@42 is resolved: DISCARDED by ada\"}";

        assertThat(deadLetters("retry", "news.raw-3@42")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).isEqualTo("dateline: news.raw-3@42 is resolved: DISCARDED by ada\n");
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        assertThat(TraceCommand.run(
                        List.of("https://a.example/", "--url", "http://127.0.0.1:1"), Map.of(), print(out), print(err)))
                .isEqualTo(1);

        assertThat(err.toString(UTF_8)).startsWith("dateline: query-service does not answer at http://127.0.0.1:1");
    }

    @Test
    void theDataFolderRemembersThePort(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(
                data.resolve("run").resolve("ports.properties"),
                "query=" + server.getAddress().getPort() + "\n");
        answer = "{\"id\": \"1\", \"url\": null, \"summary\": \"Nobody knows\", \"steps\": [{\"step\": \"index\","
                + " \"state\": \"MISSING\", \"at\": null, \"what\": \"not in the index\", \"details\": {}}]}";

        assertThat(TraceCommand.run(
                        List.of("https://a.example/?b=c", "--data", data.toString()), Map.of(), print(out), print(err)))
                .isZero();

        assertThat(asked).containsExactly("GET /api/trace?url=https%3A%2F%2Fa.example%2F%3Fb%3Dc ");
        assertThat(out.toString(UTF_8)).startsWith("Nobody knows\n\nid   1\n\n").contains("index  MISSING");
    }

    @Test
    void theKeyOfTheEnvironmentIsShown() {
        assertThat(DeadLettersCommand.run(
                        List.of(
                                "list",
                                "--url",
                                "http://127.0.0.1:" + server.getAddress().getPort()),
                        Map.of("DATELINE_API_KEY", "dateline_key"),
                        print(out),
                        print(err)))
                .isZero();
        assertThat(keys).containsExactly("Bearer dateline_key");
    }

    @Test
    void aMissingKeyIsNamed() {
        status = 401;
        assertThat(deadLetters("list")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("DATELINE_API_KEY");
    }

    @Test
    void unknownOptionsAreRefused() {
        assertThatThrownBy(() -> Options.parse(List.of("--frob"), Set.of("a"), Set.of()))
                .hasMessage("there is no option --frob");
        assertThatThrownBy(() -> Options.parse(List.of("--a"), Set.of("a"), Set.of()))
                .hasMessage("--a needs a value");
    }
}
