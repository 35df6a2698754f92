package dateline.query.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dateline.access.OwnKey;
import dateline.contract.CanonicalUrl;
import dateline.contract.ContractJson;
import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.OutletBlock;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.deadletter.LetterView;
import dateline.query.neighbour.NeighbourSettings;
import dateline.query.neighbour.Neighbours;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@QueryServiceTest
class TraceIT {
    @Autowired
    private RunningService service;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    private Positions positions;

    @Autowired
    private OwnKey ownKey;

    @Autowired
    private IndexLookup index;

    @Autowired
    private LetterView letters;

    private final ContractJson json = new ContractJson();

    /** Stands for the services that make these topics. */
    @BeforeAll
    static void makeTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(Stream.of(Topic.INCOMING, Topic.RAW, Topic.TAKEDOWNS, Topic.RAW_DEAD)
                            .filter(topic -> !there.contains(topic.topicName()))
                            .map(topic -> new NewTopic(topic.topicName(), 3, (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
    }

    private Tracer tracer(String ingestUrl) {
        Duration any = Duration.ofSeconds(5);
        Neighbours neighbours = new Neighbours(new NeighbourSettings(ingestUrl, ingestUrl, any, any), ownKey);
        return new Tracer(consumers, positions, index, letters, new FeedKnowledge(neighbours), new TraceSettings(any));
    }

    private static SampleArticle article(String name) {
        return SampleArticle.at("https://trace.example/" + name).from("trace.example", "Trace");
    }

    private JsonNode trace(String query) {
        return RunningService.json(service.ask("/api/trace?" + query));
    }

    private static String url(String url) {
        return "url=" + URLEncoder.encode(url, UTF_8);
    }

    private static JsonNode step(JsonNode trace, String name) {
        for (JsonNode step : trace.get("steps")) {
            if (step.get("step").asString().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("no step " + name + " in " + trace.toPrettyString());
    }

    @Test
    void aSearchableArticleIsFollowedBackToTheRecordsItWasMadeOf() {
        SampleArticle article = article("searchable");
        var raw = kafka.send(new ProducerRecord<>(
                        Topic.RAW.topicName(),
                        article.id().getBytes(UTF_8),
                        json.write(article.build().raw())))
                .join()
                .getRecordMetadata();
        String rawPlace = "news.raw-" + raw.partition() + "@" + raw.offset();
        var enriched =
                new ProducerRecord<>(Topic.ENRICHED.topicName(), article.id().getBytes(UTF_8), article.json());
        enriched.headers().add(Headers.RAW_PLACE, rawPlace.getBytes(UTF_8));
        kafka.send(enriched).join();
        service.awaitSearchable(article);

        JsonNode trace = trace(url("https://TRACE.example/searchable?utm_source=x"));

        assertThat(trace.get("id").asString()).isEqualTo(article.id());
        assertThat(trace.get("summary").asString()).startsWith("Searchable, revision 1");
        assertThat(step(trace, "seen").get("details").get("httpStatus").asInt()).isEqualTo(200);
        assertThat(step(trace, "raw").get("details").get("place").asString()).isEqualTo(rawPlace);
        JsonNode made = step(trace, "enriched").get("details");
        assertThat(made.get("madeOf").asString()).isEqualTo(rawPlace);
        assertThat(made.get("enrichers").get("language").asString()).isEqualTo("1");
        JsonNode held = step(trace, "index").get("details");
        assertThat(held.get("madeOf").asString())
                .isEqualTo(made.get("place").asString())
                .startsWith("news.enriched-");
        assertThat(held.get("index").asString()).startsWith("articles-");
        assertThat(trace("id=" + article.id()).get("url").asString()).isEqualTo("https://trace.example/searchable");
    }

    @Test
    void anArticleThatNobodyHasReadYetSaysWhoIsToReadIt() {
        SampleArticle article = article("waiting");
        TopicProbe.send(
                Topic.RAW.topicName(), article.id(), json.write(article.build().raw()));

        JsonNode trace = trace(url("https://trace.example/waiting"));

        assertThat(trace.get("summary").asString())
                .startsWith("Waiting at news.raw-")
                .contains("enrich-service has not read it yet (lag ");
        assertThat(step(trace, "raw").get("state").asString()).isEqualTo("WAITING");
        assertThat(step(trace, "index").get("state").asString()).isEqualTo("MISSING");
    }

    @Test
    void whatWasGivenUpIsADeadLetterWithItsCause() {
        SampleArticle article = article("given-up");
        service.send(article.id(), "{broken".getBytes(UTF_8), null);

        service.awaitThat(
                "letter",
                () -> assertThat(trace("id=" + article.id()).get("summary").asString())
                        .startsWith("Dead letter news.enriched-")
                        .contains("unreadable: no valid EnrichedArticle"));
        assertThat(step(trace("id=" + article.id()), "enriched").get("state").asString())
                .isEqualTo("FAILED");
    }

    @Test
    void whatWasTakenDownSaysWhenAndWhy() {
        SampleArticle article = article("taken-down");
        Takedown order = new Takedown(article.id(), "court order", Instant.parse("2026-05-01T00:00:00Z"));
        TopicProbe.send(Topic.TAKEDOWNS.topicName(), article.id(), json.write(order));

        service.awaitThat(
                "takedown",
                () -> assertThat(trace("id=" + article.id()).get("summary").asString())
                        .isEqualTo("Taken down at 2026-05-01T00:00:00Z: court order"));
    }

    @Test
    void anOutletThatIsKeptOutIsNamed() {
        SampleArticle article = SampleArticle.at("https://kept.example/a").from("kept.example", "Kept");
        TopicProbe.send(
                Topic.RAW.topicName(), article.id(), json.write(article.build().raw()));
        OutletBlock block = new OutletBlock("kept.example", true, "they asked", Instant.now());
        TopicProbe.send(Topic.TAKEDOWNS.topicName(), block.id(), json.write(block));

        service.awaitThat(
                "block",
                () -> assertThat(step(trace("id=" + article.id()), "takedown")
                                .get("what")
                                .asString())
                        .isEqualTo("no more articles of kept.example are taken: they asked"));
    }

    @Test
    void ofAnUnknownAddressTheFeedsSayWhatIsNearest() throws IOException {
        HttpServer ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/api/feeds/trace", exchange -> {
            byte[] body =
                    "{\"summary\": \"Feed \\\"A\\\" of its site is paused\", \"robots\": \"UNKNOWN\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        ingest.start();
        try {
            Tracer tracer = tracer("http://127.0.0.1:" + ingest.getAddress().getPort());

            Trace trace = tracer.ofUrl(CanonicalUrl.of("https://trace.example/never-seen"));

            assertThat(trace.summary()).isEqualTo("Feed \"A\" of its site is paused");
            assertThat(trace.steps().getFirst().details()).containsKey("robots");
        } finally {
            ingest.stop(0);
        }
    }

    @Test
    void ifIngestDoesNotAnswerTheTraceSaysSo() {
        Tracer tracer = tracer("http://127.0.0.1:1");

        Trace trace = tracer.ofUrl(CanonicalUrl.of("https://trace.example/never-seen-either"));

        assertThat(trace.summary()).isEqualTo("Nobody in the pipeline knows this address");
        assertThat(trace.steps().getFirst().what()).startsWith("ingest-service, which knows the feeds, is silent");
    }

    @Test
    void anArticleAtASimilarAddressIsNamed() {
        SampleArticle article =
                SampleArticle.at("https://www.near.example/story/").from("near.example", "Near");
        service.publish(article);
        service.awaitSearchable(article);

        assertThat(trace(url("http://near.example/story")).get("summary").asString())
                .isEqualTo("Not known at this address, but at https://www.near.example/story/");
    }

    @Test
    void anArticleWhosePageStatesAnotherAddressIsFoundByTheFeedsLink() {
        SampleArticle article = article("stated");
        String sighting = new String(json.write(article.build().raw().article()), UTF_8)
                .replace(
                        "\"requestedUrl\":\"https://trace.example/stated\"",
                        "\"requestedUrl\":\"https://trace.example/link-of-feed\"");
        TopicProbe.send(Topic.INCOMING.topicName(), article.id(), sighting.getBytes(UTF_8));

        JsonNode trace = trace(url("https://trace.example/link-of-feed"));

        assertThat(trace.get("summary").asString())
                .isEqualTo("Known under another address, which its page states: article " + article.id());
    }

    @Test
    void whatWasNotLookedAtForLackOfTimeIsSaid() {
        SampleArticle article = article("no-time");
        TopicProbe.send(
                Topic.RAW.topicName(), article.id(), json.write(article.build().raw()));
        int filled = 0;
        try (LogScan scan = new LogScan(consumers, Duration.ZERO)) {
            for (int partition = 0; partition < 3; partition++) {
                LogScan.Found found =
                        scan.byKey(new TopicPartition(Topic.RAW.topicName(), partition), article.id(), 0, 1);
                assertThat(found.isCut()).isEqualTo(found.end() > found.begin());
                filled += found.isCut() ? 1 : 0;
            }
        }
        assertThat(filled).isPositive();
    }

    @Test
    void aLetterOfAnyServiceIsPartOfTheWay() {
        SampleArticle article = article("letter-of-enrich");
        DeadLetter letter =
                new DeadLetter("unreadable", "m", "s", "news.raw-0@777", "enrich-service", 1, Instant.now());
        var row = new ProducerRecord<>(
                Topic.RAW_DEAD.topicName(), letter.origin().getBytes(UTF_8), "{broken".getBytes(UTF_8));
        letter.headers().forEach((name, text) -> row.headers().add(name, text.getBytes(UTF_8)));
        row.headers().add(Headers.DEAD_KEY, article.id().getBytes(UTF_8));
        kafka.send(row).join();

        service.awaitThat(
                "letter",
                () -> assertThat(trace("id=" + article.id()).get("summary").asString())
                        .startsWith("Dead letter news.raw-0@777 of enrich-service"));
    }

    @Test
    void oneOfUrlAndIdIsWanted() {
        assertThat(service.ask("/api/trace").statusCode()).isEqualTo(400);
        assertThat(trace("id=nonsense").get("field").asString()).isEqualTo("id");
        assertThat(trace(url("nonsense")).get("field").asString()).isEqualTo("url");
    }
}
