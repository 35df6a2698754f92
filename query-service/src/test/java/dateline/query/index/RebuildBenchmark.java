package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.util.BinaryData;
import dateline.contract.ContractJson;
import dateline.contract.EntityType;
import dateline.contract.Topic;
import dateline.query.EnrichedTopic;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.testing.BackendsInitializer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast an index is built from the log, beside a raw bulk of the very same documents into an index of the same
 * settings in the same run: one request of 5 MB after the other, the time between them not counted.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-service",
            "dateline.index.alias=bench",
            "dateline.index.group=bench",
            "spring.kafka.listener.auto-startup=false"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
@Import({EnrichedTopic.class, RunningService.class})
class RebuildBenchmark {
    private static final int ARTICLES = Integer.getInteger("dateline.replay.articles", 50_000);
    private static final int WORDS = 500;
    // Making one anew for each article takes longer than all the rest.
    private static final ContractJson JSON = new ContractJson();
    private static final int CHUNK = 5 * 1024 * 1024;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private IndexSetup setup;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @LocalServerPort
    private int port;

    @Test
    void aRebuildBesideARawBulk() throws Exception {
        assertThat(listeners.getListenerContainers()).noneMatch(container -> container.isRunning());
        for (int i = 0; i < ARTICLES; i++) {
            SampleArticle article = article(i);
            kafka.send(new ProducerRecord<>(
                    Topic.ENRICHED.topicName(), article.id().getBytes(UTF_8), article.json()));
        }
        kafka.flush();
        setup.ensure();
        raw(3_000);
        double before = ARTICLES / raw(ARTICLES);
        System.out.printf(Locale.ROOT, "raw bulk %.0f a second; load average %.1f%n", before, load());
        JsonNode built = rebuilt();
        double seconds = Duration.between(
                                Instant.parse(built.get("startedAt").asString()),
                                Instant.parse(built.get("caughtUpAt").asString()))
                        .toMillis()
                / 1000.0;
        double rate = ARTICLES / seconds;
        System.out.printf(Locale.ROOT, "rebuild %.0f a second; load average %.1f%n", rate, load());
        double after = ARTICLES / raw(ARTICLES);
        System.out.printf(Locale.ROOT, "raw bulk %.0f a second; load average %.1f%n", after, load());
        System.out.printf(
                Locale.ROOT,
                "%d articles: rebuild %.0f a second, raw bulk %.0f, ratio %.2f; compared in %s s: %s%n",
                ARTICLES,
                rate,
                (before + after) / 2,
                2 * rate / (before + after),
                built.get("verification").get("seconds"),
                built.get("verification"));
        assertThat(built.get("verification").get("same").asBoolean()).isTrue();
    }

    private JsonNode rebuilt() throws Exception {
        String id = ask("POST", "/api/rebuilds").get("id").asString();
        while (true) {
            JsonNode status = ask("GET", "/api/rebuilds/" + id);
            if (status.get("state").asString().equals("READY")
                    || status.get("state").asString().equals("FAILED")) {
                return status;
            }
            Thread.sleep(500);
        }
    }

    private JsonNode ask(String method, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                            .method(method, HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        }
    }

    private double raw(int articles) throws Exception {
        // The template's pattern holds for it too.
        String index = "bench-raw";
        client.indices()
                .create(create -> create.index(index)
                        .settings(settings -> settings.refreshInterval(Time.of(time -> time.time("-1")))
                                .autoExpandReplicas("false")
                                .numberOfReplicas("0")));
        long nanos = 0;
        for (int at = 0; at < articles; ) {
            BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
            for (int bytes = 0; at < articles && bytes < CHUNK; at++) {
                SampleArticle article = article(at);
                byte[] document = JSON.write(ArticleDocuments.of(article.build()));
                bulk.operations(operation -> operation.index(
                        one -> one.id(article.id()).document(BinaryData.of(document, "application/json"))));
                bytes += document.length;
            }
            BulkRequest request = bulk.build();
            long start = System.nanoTime();
            assertThat(client.bulk(request).errors()).isFalse();
            nanos += System.nanoTime() - start;
        }
        client.indices().delete(delete -> delete.index(index));
        return nanos / 1e9;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static SampleArticle article(int number) {
        Random random = new Random(number);
        StringBuilder body = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            // Few frequent words and many rare ones.
            int rank = (int) Math.exp(random.nextDouble() * Math.log(50_000));
            body.append(Integer.toString(rank * 7919, 36)).append(' ');
        }
        return SampleArticle.at("https://bench.example/" + number)
                .from("bench.example", "Bench")
                .saying(body.toString(), "It is near Kestrel Bay.")
                .naming("place:kestrel", "Kestrel Bay", EntityType.PLACE)
                .about("medtop:2", "ferries", "medtop:1");
    }
}
