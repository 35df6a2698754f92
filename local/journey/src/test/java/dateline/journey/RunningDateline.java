package dateline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All of Dateline on free ports in a data folder of its own, worked by the commands and the API that a user has. */
final class RunningDateline {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path root = aroundWorkingDirectory();
    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    RunningDateline(Path data) {
        this.data = data;
    }

    /** The repository's folder. */
    Path checkout() {
        return root;
    }

    /** What a command printed, and how it ended. */
    record Answer(int status, String output) {}

    /** Runs a command of the launcher, as {@code ./dateline} does once everything is built. */
    Answer run(String command, String... options) {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddateline.root=" + root,
                "-cp",
                root.resolve("local/launcher/target/classes").toString(),
                "dateline.local.Dateline",
                command,
                "--data",
                data.toString()));
        call.addAll(List.of(options));
        Path output = data.resolveSibling("output-" + command + ".txt");
        try {
            // To a file: what the command leaves running would hold a pipe open.
            Process process = new ProcessBuilder(call)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            boolean ended = process.waitFor(8, TimeUnit.MINUTES);
            String printed = Files.readString(output);
            if (!ended) {
                process.destroyForcibly();
                throw new AssertionError("dateline " + command + " did not end; it printed:\n" + printed);
            }
            return new Answer(process.exitValue(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The search API's answer. */
    JsonNode search(String query) {
        HttpResponse<String> response = get("query", "/api/articles" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    /** Waits until a search's answer is as it should be. */
    JsonNode searchUntil(String query, Predicate<JsonNode> expected) {
        return await("articles" + query)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> search(query), expected);
    }

    HttpResponse<String> get(String service, String path) {
        return send(HttpRequest.newBuilder(uri(service, path)).GET());
    }

    /** Hands an article in; returns its id. */
    String submit(String article) {
        HttpResponse<String> response = post(article);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return json.readTree(response.body()).get("id").asString();
    }

    HttpResponse<String> post(String article) {
        return send(HttpRequest.newBuilder(uri("ingest", "/api/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(article)));
    }

    /** Writes a record past all services. */
    void write(String topic, String key, String value) {
        String broker = uri("kafka", "").getAuthority();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    void takeDown(String id) {
        URI uri = uri("ingest", "/api/articles/" + id + "?reason=" + encoded("a test"));
        assertThat(send(HttpRequest.newBuilder(uri).DELETE()).statusCode()).isEqualTo(202);
    }

    /** Ends a service as a power cut would. */
    void kill(String service) {
        ProcessHandle process = process(service);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The processes that are still alive. */
    List<String> alive() {
        return Stream.of("kafka", "elasticsearch", "ingest", "enrich", "query", "newsroom")
                .filter(name -> Files.exists(pidFile(name)) && process(name).isAlive())
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a service answers. */
    URI uri(String service, String path) {
        Properties ports = new Properties();
        try (var in = Files.newInputStream(data.resolve("run/ports.properties"))) {
            ports.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return URI.create("http://127.0.0.1:" + ports.getProperty(service) + path);
    }

    private ProcessHandle process(String name) {
        try {
            String pid = Files.readString(pidFile(name)).strip().split("\\s")[0];
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile(String name) {
        return data.resolve("run").resolve(name + ".pid");
    }

    private static Path aroundWorkingDirectory() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("dateline"))) {
                return at;
            }
        }
        throw new IllegalStateException("run the tests inside a checkout of Dateline");
    }
}
