package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTests {
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            var post = exchange.getRequestMethod().equals("POST");
            var bad = body.contains("yesterday");
            var answer = bad
                    ? "{\"title\": \"Invalid field\", \"detail\": \"from must be a date\"}"
                    : post ? "{\"id\": \"replay-1\", \"articles\": 2, \"replays\": [\"replay-1\"]}" : """
                            {"id": "replay-1", "state": "FINISHED", "written": 2, "unselected": 5, "superseded": 0,
                             "unreadable": 0, "perSecond": 120.4, "changes": {"changed": 2, "added": 0, "quotesBefore": 3,
                             "quotesAfter": 4, "entitiesGained": [{"id": "place:quay", "name": "The Quay", "articles": 2}]}}
                            """;
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bad ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var port = server.getAddress().getPort();
        new PortPlan(Map.of(Component.ENRICH, port, Component.QUERY, port)).remember(new DataFolder(folder));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... words) {
        var line = new ArrayList<>(List.of("replay", "--data", folder.toString()));
        line.addAll(List.of(words));
        var options = ReplayCommand.options(line);
        var arguments = Arguments.parse(options.rest(), Map.of(), folder);
        var console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        return ReplayCommand.of(options, arguments, console).run();
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void outletsAndTimesAreOrderedFromEnrichService() {
        assertThat(run("--outlet", "a.example", "--outlet=b.example", "--from", "2026-04-21"))
                .isZero();

        assertThat(asked.getFirst())
                .startsWith("POST /api/replays ")
                .contains("\"outlets\": [\"a.example\", \"b.example\"]")
                .contains("\"from\": \"2026-04-21\"")
                .contains("\"dryRun\": false");
        assertThat(output()).contains("2 articles enriched anew, 5 passed over").contains("120 a second");
    }

    @Test
    void aQueryIsOrderedFromQueryService() {
        run("--query", "ferry OR quay", "--dry-run");

        assertThat(asked.getFirst()).startsWith("POST /api/replays?q=ferry+OR+quay&dryRun=true");
        assertThat(output()).contains("the query finds 2 articles");
    }

    @Test
    void aDryRunPrintsWhatWouldChange() {
        run("--dry-run");

        assertThat(output())
                .contains("Nothing was written. A replay would change 2 articles and add 0.")
                .contains("     2 articles would gain The Quay (place:quay)")
                .contains("quotations: 3 now, 4 then");
    }

    @Test
    void aProblemIsPrintedAsTheServiceSaysIt() {
        assertThatThrownBy(() -> run("--from", "yesterday"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Invalid field: from must be a date");
        assertThatThrownBy(() -> run("--bogus")).hasMessageContaining("does not take \"--bogus\"");
        assertThatThrownBy(() -> run("--from")).hasMessageContaining("--from needs a value");
    }
}
