package dateline.enrich.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.ArticleEntity;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.Headers;
import dateline.contract.RawArticle;
import dateline.contract.ReplayChanges;
import dateline.contract.ReplayOrder;
import dateline.contract.Topic;
import dateline.enrich.EnrichApplication;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.Findings;
import dateline.testing.Backends;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = EnrichApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=enrich-service",
            "dateline.enrich.enrichers=language,rule",
            "dateline.replay.reader-group=replay-it-readers",
            "dateline.replay.most-unread=20"
        })
@ContextConfiguration(initializers = BackendsInitializer.class)
@Import(ReplayIT.Rules.class)
class ReplayIT {
    private static final String READERS = "replay-it-readers";

    private final ContractJson json = new ContractJson();

    @Autowired
    private Rule rule;

    @Autowired
    private ReplayBoard board;

    @LocalServerPort
    private int port;

    /** An enricher whose rule a test changes, and that a test can hold while it reads an article anew. */
    static final class Rule implements Enricher {
        private final Set<String> named = ConcurrentHashMap.newKeySet();
        private volatile String held = "";
        private volatile CountDownLatch reached = new CountDownLatch(1);
        private volatile CountDownLatch goOn = new CountDownLatch(0);

        @Override
        public String name() {
            return "rule";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void enrich(RawArticle article, Findings findings) {
            if (article.id().equals(held)) {
                // Only the first to come is held: the replay.
                held = "";
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (named.contains(article.article().outlet().id())) {
                findings.entities(
                        List.of(),
                        List.of(new ArticleEntity("place:quay", "The Quay", EntityType.PLACE, null, 1, 0.5, 0)));
            }
        }

        void hold(String id) {
            reached = new CountDownLatch(1);
            goOn = new CountDownLatch(1);
            held = id;
        }
    }

    @TestConfiguration
    static class Rules {
        @Bean
        Rule rule() {
            return new Rule();
        }
    }

    @Test
    void everyArticleOfAnOutletIsEnrichedAnewOnce() {
        List<RawArticle> articles = publish("anew.example", 30);
        publish("other.example", 3);
        rule.named.add("anew.example");

        JsonNode done = finished(order("{\"outlets\": [\"anew.example\"], \"reason\": \"a new rule\"}"));

        assertThat(done.get("written").asInt()).isEqualTo(30);
        assertThat(done.get("unselected").asInt()).isGreaterThanOrEqualTo(3);
        for (List<EnrichedArticle> written : all(articles, 2)) {
            assertThat(written).hasSize(2);
            assertThat(written.getFirst().entities()).isEmpty();
            assertThat(written.getLast().entities())
                    .extracting(ArticleEntity::id)
                    .containsExactly("place:quay");
        }
        assertThat(enriched(RawSample.of("other.example", 0), 1)).hasSize(1);
    }

    @Test
    void onlyTheNewestRevisionIsReplayed() {
        RawArticle first = RawSample.of("newest.example", 1);
        RawArticle second = RawSample.of("newest.example", 1, 2, RawSample.NOON);
        send(first);
        send(second);
        enriched(first, 2);

        finished(order("{\"articles\": [\"" + first.id() + "\"]}"));

        assertThat(enriched(first, 3)).extracting(each -> each.raw().revision()).containsExactly(1, 2, 2);
    }

    @Test
    void whatIsReplayedBearsItsOrdersIdAndWhatIsLiveDoesNot() {
        RawArticle article = publish("marked.example", 1).getFirst();

        String order = order("{\"articles\": [\"" + article.id() + "\"]}");
        finished(order);

        List<ConsumerRecord<String, byte[]>> rows = records(article.id(), 2);
        assertThat(rows.getFirst().headers().lastHeader(Headers.REPLAY)).isNull();
        assertThat(rows.getLast().headers().lastHeader(Headers.REPLAY).value())
                .asString(UTF_8)
                .isEqualTo(order);
    }

    @Test
    void aTimeRangeSelectsByWhenAnArticleWasFirstSeen() {
        RawArticle early = RawSample.of("range.example", 1, 1, Instant.parse("2025-03-01T00:00:00Z"));
        RawArticle within = RawSample.of("range.example", 2, 1, Instant.parse("2025-03-31T23:59:59Z"));
        RawArticle late = RawSample.of("range.example", 3, 1, Instant.parse("2025-04-01T00:00:00Z"));
        List.of(early, within, late).forEach(this::send);
        all(List.of(early, within, late), 1);

        JsonNode done = finished(order(
                "{\"outlets\": [\"range.example\"], \"from\": \"2025-03-01T00:00:01Z\", \"to\": \"2025-03-31\"}"));

        assertThat(done.get("written").asInt()).isEqualTo(1);
        assertThat(enriched(within, 2)).hasSize(2);
    }

    @Test
    void aRevisionThatComesInMidReplayIsNeverDisplaced() throws Exception {
        RawArticle first = publish("displaced.example", 1).getFirst();
        RawArticle second = RawSample.of("displaced.example", 0, 2, RawSample.NOON);
        rule.hold(first.id());

        String order = order("{\"articles\": [\"" + first.id() + "\"]}");
        assertThat(rule.reached.await(1, TimeUnit.MINUTES)).isTrue();
        send(second);
        enriched(first, 2);
        rule.goOn.countDown();

        JsonNode done = finished(order);
        assertThat(done.get("superseded").asInt()).isEqualTo(1);
        assertThat(done.get("written").asInt()).isZero();
        assertThat(enriched(first, 2)).extracting(each -> each.raw().revision()).containsExactly(1, 2);
    }

    @Test
    void anArticleTakenDownInMidReplayStaysDown() throws Exception {
        RawArticle gone = publish("gone.example", 1).getFirst();
        rule.hold(gone.id());

        String order = order("{\"articles\": [\"" + gone.id() + "\"]}");
        assertThat(rule.reached.await(1, TimeUnit.MINUTES)).isTrue();
        TopicProbe.send(Topic.RAW.topicName(), gone.id(), null);
        assertThat(records(gone.id(), 2).getLast().value()).isNull();
        rule.goOn.countDown();

        assertThat(finished(order).get("superseded").asInt()).isEqualTo(1);
        assertThat(records(gone.id(), 2)).hasSize(2);
        assertThat(finished(order("{\"articles\": [\"" + gone.id() + "\"]}"))
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() {
        List<RawArticle> articles = publish("dry.example", 12);
        rule.named.add("dry.example");

        String order = order("{\"outlets\": [\"dry.example\"], \"dryRun\": true}");
        finished(order);

        ReplayChanges changes = changes(order);
        assertThat(changes.changed()).isEqualTo(12);
        assertThat(changes.added()).isZero();
        assertThat(changes.entitiesGained()).hasSize(1);
        assertThat(changes.entitiesGained().getFirst().id()).isEqualTo("place:quay");
        assertThat(changes.entitiesGained().getFirst().articles()).isEqualTo(12);
        assertThat(changes.entitiesLost()).isEmpty();
        assertThat(changes.samples()).hasSize(12);
        assertThat(changes.fields()).extracting(ReplayChanges.Tally::id).containsExactly("entities");
        assertThat(all(articles, 1)).allSatisfy(written -> assertThat(written).hasSize(1));

        finished(order("{\"outlets\": [\"dry.example\"]}"));
        String again = order("{\"outlets\": [\"dry.example\"], \"dryRun\": true}");
        finished(again);
        assertThat(changes(again).changed()).as("after the replay").isZero();
    }

    @Test
    void anArticleThatStillCanNotBeReadIsADeadLetterAgain() {
        RawArticle after = RawSample.of("unreadable.example", 2);
        String broken = RawSample.of("unreadable.example", 1).id();
        TopicProbe.send(Topic.RAW.topicName(), broken, "{broken".getBytes(UTF_8));
        send(after);
        enriched(after, 1);

        JsonNode done = finished(order("{\"articles\": [\"" + broken + "\", \"" + after.id() + "\"]}"));

        assertThat(done.get("unreadable").asInt()).isEqualTo(1);
        assertThat(done.get("written").asInt()).isEqualTo(1);
        try (var dead = new TopicProbe(Topic.RAW_DEAD.topicName())) {
            dead.await(2, row -> "{broken".equals(new String(row.value(), UTF_8)));
        }
    }

    @Test
    void aReplayWaitsForThoseWhoReadWhatItWrites() throws Exception {
        publish("slow.example", 60);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            readAll(admin);
            String order = order("{\"outlets\": [\"slow.example\"]}");
            await().atMost(Duration.ofSeconds(60)).until(() -> ReaderLag.unread(admin, READERS) > 20);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> status(order).get("written").asInt() < 60);

            await().atMost(Duration.ofSeconds(60)).until(() -> {
                readAll(admin);
                return status(order).get("state").asString().equals("FINISHED");
            });
            assertThat(status(order).get("written").asInt()).isEqualTo(60);
            admin.deleteConsumerGroups(List.of(READERS)).all().get();
        }
    }

    /** Has the readers of what is enriched committed all that there is. */
    private static void readAll(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < 6; partition++) {
            latest.put(new TopicPartition(Topic.ENRICHED.topicName(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
        admin.alterConsumerGroupOffsets(READERS, ends).all().get();
    }

    @Test
    void aCancelledReplayWritesNoMore() throws Exception {
        RawArticle held = publish("cancelled.example", 1).getFirst();
        rule.hold(held.id());

        String order = order("{\"articles\": [\"" + held.id() + "\"]}");
        assertThat(rule.reached.await(1, TimeUnit.MINUTES)).isTrue();
        ask("DELETE", "/api/replays/" + order, "");
        rule.goOn.countDown();

        assertThat(status(order).get("state").asString()).isEqualTo("CANCELLED");
        // A later order of the same partition is done, so the cancelled one is over.
        finished(order("{\"articles\": [\"" + held.id() + "\"]}"));
        assertThat(enriched(held, 2)).hasSize(2);
    }

    @Test
    void whatCanNotBeReplayedIsSaidWithTheField() {
        HttpResponse<String> badTime = ask("POST", "/api/replays", "{\"from\": \"yesterday\"}");
        HttpResponse<String> badId = ask("POST", "/api/replays", "{\"articles\": [\"x\"]}");

        assertThat(badTime.statusCode()).isEqualTo(400);
        assertThat(badTime.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(badTime.body()).contains("\"field\":\"from\"");
        assertThat(badId.body()).contains("\"field\":\"articles\"");
        assertThat(ask("GET", "/api/replays/none", "").statusCode()).isEqualTo(404);
    }

    private List<RawArticle> publish(String outlet, int count) {
        List<RawArticle> articles =
                IntStream.range(0, count).mapToObj(i -> RawSample.of(outlet, i)).toList();
        articles.forEach(this::send);
        all(articles, 1);
        return articles;
    }

    private void send(RawArticle article) {
        TopicProbe.send(Topic.RAW.topicName(), article.id(), json.write(article));
    }

    private List<ConsumerRecord<String, byte[]>> records(String id, int count) {
        try (var probe = new TopicProbe(Topic.ENRICHED.topicName())) {
            return new ArrayList<>(probe.await(count, id));
        }
    }

    /** What was written of each of the articles, once each has so much. */
    private List<List<EnrichedArticle>> all(List<RawArticle> articles, int each) {
        List<String> ids = articles.stream().map(RawArticle::id).toList();
        try (var probe = new TopicProbe(Topic.ENRICHED.topicName())) {
            List<ConsumerRecord<String, byte[]>> rows = probe.await(each * ids.size(), row -> ids.contains(row.key()));
            return ids.stream()
                    .map(id -> rows.stream()
                            .filter(row -> row.key().equals(id))
                            .map(row -> json.read(row.value(), EnrichedArticle.class))
                            .toList())
                    .toList();
        }
    }

    private List<EnrichedArticle> enriched(RawArticle article, int count) {
        return records(article.id(), count).stream()
                .filter(row -> row.value() != null)
                .map(row -> json.read(row.value(), EnrichedArticle.class))
                .toList();
    }

    private String order(String request) {
        HttpResponse<String> answer = ask("POST", "/api/replays", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body()).get("id").asString();
    }

    private JsonNode status(String order) {
        return JsonMapper.shared()
                .readTree(ask("GET", "/api/replays/" + order, "").body());
    }

    private JsonNode finished(String order) {
        return await(order)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> status(order),
                        status -> status.get("state").asString().equals("FINISHED"));
    }

    private ReplayChanges changes(String id) {
        ReplayOrder order = board.order(id).orElseThrow();
        return ChangeTally.sum(board.progress(order).stream()
                .flatMap(part -> java.util.stream.Stream.ofNullable(part.changes()))
                .toList());
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
