package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dateline.contract.Headers;
import dateline.contract.Topic;
import dateline.contract.log.ArticleTrace;
import dateline.contract.log.Takedowns;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;

@QueryServiceTest
class IndexingIT {
    @Autowired
    private RunningService service;

    @Autowired
    private Takedowns takedowns;

    @Autowired
    private IndexingState state;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    private static SampleArticle article(String name) {
        return SampleArticle.at("https://indexing.example/" + name).from("indexing.example", "Indexing");
    }

    private String titleOf(SampleArticle article) {
        return RunningService.json(service.ask("/api/articles/" + article.id()))
                .get("title")
                .asString();
    }

    @Test
    void theSameRecordTwiceIsOneArticle() {
        SampleArticle twice = article("twice").from("twice.example", "Twice");

        service.publish(twice, twice);
        service.awaitSearchable(twice);

        assertThat(service.search("?outlet=twice.example").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsLoggedOfAnArticleBelongsToTheTraceThatItsRecordNames() {
        SampleArticle traced = article("traced");
        Logger logger = (Logger) LoggerFactory.getLogger("dateline.article");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(lines);
        try {
            ProducerRecord<byte[], byte[]> row =
                    new ProducerRecord<>(Topic.ENRICHED.topicName(), traced.id().getBytes(UTF_8), traced.json());
            ArticleTrace.stamp(row.headers(), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            kafka.send(row).join();

            service.awaitThat(
                    "logged",
                    () -> assertThat(lines.list)
                            .filteredOn(line ->
                                    traced.id().equals(line.getMDCPropertyMap().get(ArticleTrace.ARTICLE_ID)))
                            .singleElement()
                            .satisfies(line -> {
                                assertThat(line.getFormattedMessage()).contains("indexed");
                                assertThat(line.getMDCPropertyMap())
                                        .containsEntry("traceId", "0af7651916cd43dd8448eb211c80319c");
                            }));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
    }

    @Test
    void anOlderRevisionNeverReplacesANewerOne() {
        service.publish(article("order").titled("Second").revision(2));
        service.awaitSearchable(article("order"));

        service.publish(article("order").titled("First").revision(1));
        // Same key, so same partition, so handled after the one above.
        service.publish(article("order")
                .titled("Second, enriched again")
                .revision(2)
                .enrichedAt(SampleArticle.NOON.plusSeconds(3600)));
        service.awaitThat(
                "re-enriched", () -> assertThat(titleOf(article("order"))).isEqualTo("Second, enriched again"));

        service.publish(article("order").titled("First").revision(1));
        service.publish(article("order").titled("Third").revision(3));
        service.awaitThat("third", () -> assertThat(titleOf(article("order"))).isEqualTo("Third"));
    }

    @Test
    void aTakedownRemovesTheArticleAndItsRevisionDoesNotComeBack() {
        SampleArticle gone = article("gone").revision(2);
        service.publish(gone);
        service.awaitSearchable(gone);

        service.takeDown(gone, 2);
        service.awaitThat(
                "gone",
                () -> assertThat(service.ask("/api/articles/" + gone.id()).statusCode())
                        .isEqualTo(404));

        service.publish(article("gone").revision(2).enrichedAt(SampleArticle.NOON.plusSeconds(9)));
        service.publish(article("gone").titled("Published anew").revision(3));
        service.awaitThat("anew", () -> assertThat(titleOf(gone)).isEqualTo("Published anew"));
    }

    @Test
    void aTakedownThatDoesNotSayItsRevisionRemovesWhatIsThere() {
        SampleArticle gone = article("gone-unknown").revision(5);
        service.publish(gone);
        service.awaitSearchable(gone);

        service.send(gone.id(), null, null);

        service.awaitThat(
                "gone",
                () -> assertThat(service.ask("/api/articles/" + gone.id()).statusCode())
                        .isEqualTo(404));
    }

    @Test
    void whatWasTakenDownNeverComesBackWhateverItsRevision() {
        SampleArticle gone = article("gone-for-good").revision(2);
        service.publish(gone);
        service.awaitSearchable(gone);
        TopicProbe.send(Topic.TAKEDOWNS.topicName(), gone.id(), "{}".getBytes(UTF_8));
        Awaitility.await().until(() -> takedowns.contains(gone.id()));

        // Sent again from a dead letter, say, while the order itself is not in this partition at all.
        service.publish(article("gone-for-good").titled("Back again").revision(9));

        service.awaitThat(
                "gone",
                () -> assertThat(service.ask("/api/articles/" + gone.id()).statusCode())
                        .isEqualTo(404));
    }

    @Test
    void whileTheDiskIsFullArticlesWaitAndNoneIsGivenUp() throws Exception {
        SampleArticle before = article("before-flood");
        service.publish(before);
        service.awaitSearchable(before);
        SampleArticle waiting = article("flood");
        // What Elasticsearch does to its indexes above the flood-stage watermark.
        setting("{\"index.blocks.read_only_allow_delete\": true}");
        try {
            service.publish(waiting);
            service.awaitThat(
                    "not ready",
                    () -> assertThat(service.ask("/actuator/health/readiness").statusCode())
                            .isEqualTo(503));
        } finally {
            setting("{\"index.blocks.read_only_allow_delete\": null}");
        }

        service.awaitSearchable(waiting);
        try (var dead = new TopicProbe(Topic.ENRICHED_DEAD.topicName())) {
            assertThat(dead.count(waiting.id())).isZero();
        }
    }

    private static void setting(String json) throws Exception {
        URI index = URI.create(Backends.elasticsearchUrl() + "/articles/_settings");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(index)
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void whatCanNotBeReadIsSetAsideAsItCameAndThePartitionGoesOn() {
        SampleArticle after = article("after-unreadable");

        service.send(after.id(), "{broken".getBytes(UTF_8), "7");
        service.publish(after);

        service.awaitSearchable(after);
        ConsumerRecord<byte[], byte[]> letter = deadLetter(after.id());
        assertThat(letter.value()).asString(UTF_8).isEqualTo("{broken");
        assertThat(header(letter, Headers.DEAD_REASON)).isEqualTo("unreadable");
        assertThat(header(letter, Headers.DEAD_MESSAGE)).startsWith("no valid EnrichedArticle");
        assertThat(header(letter, Headers.DEAD_STACK)).contains("UnreadableRecord");
        assertThat(letter.key()).asString(UTF_8).isEqualTo(header(letter, Headers.DEAD_ORIGIN));
        assertThat(header(letter, Headers.DEAD_ORIGIN)).matches("news\\.enriched-\\d@\\d+");
        assertThat(header(letter, Headers.DEAD_SERVICE)).isEqualTo("query-service");
        assertThat(header(letter, Headers.DEAD_ATTEMPT)).isEqualTo("1");
        assertThat(header(letter, Headers.DEAD_AT)).startsWith("20");
        assertThat(header(letter, Headers.REVISION)).isEqualTo("7");
    }

    @Test
    void whatElasticsearchCanNotStoreIsSetAsideAloneAndTheRestIsStored() {
        // No date that Elasticsearch takes has such a year.
        SampleArticle bad = article("bad-date").published("+123456789-01-01T00:00:00Z");
        SampleArticle before = article("before-bad");
        SampleArticle after = article("after-bad");

        service.publish(before, bad, after);

        service.awaitSearchable(before, after);
        ConsumerRecord<byte[], byte[]> letter = deadLetter(bad.id());
        assertThat(letter.value()).isEqualTo(bad.json());
        assertThat(header(letter, Headers.DEAD_REASON)).isEqualTo("document_parsing_exception");
    }

    @Test
    void whileElasticsearchDoesNotAnswerArticlesWaitAndNoneIsLostOrSetAsideTwice() {
        List<SampleArticle> articles = IntStream.range(0, 50)
                .mapToObj(i -> article("outage-" + i).from("outage.example", "Outage"))
                .toList();
        Backends.elasticsearch().pause();
        try {
            articles.subList(0, 25).forEach(service::publish);
            // Needs no Elasticsearch to be known as unreadable, but waits for what is before it.
            articles.forEach(article -> service.send(article.id(), ("{" + article.id()).getBytes(UTF_8), "7"));
            articles.subList(25, 50).forEach(service::publish);
            service.awaitThat(
                    "not ready",
                    () -> assertThat(service.ask("/actuator/health/readiness").statusCode())
                            .isEqualTo(503));
            assertThat(service.ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(service.ask("/api/articles?q=ferry").statusCode()).isEqualTo(503);
        } finally {
            Backends.elasticsearch().resume();
        }

        service.awaitThat(
                "all",
                () -> assertThat(service.search("?outlet=outage.example")
                                .get("total")
                                .asInt())
                        .isEqualTo(50));
        service.awaitThat(
                "ready",
                () -> assertThat(service.ask("/actuator/health/readiness").statusCode())
                        .isEqualTo(200));
        try (var dead = new TopicProbe(Topic.ENRICHED_DEAD.topicName())) {
            assertThat(articles)
                    .allSatisfy(article -> assertThat(dead.count(article.id()))
                            .as("letters, though tried again and again")
                            .isEqualTo(1));
        }
    }

    @Test
    void whoHasNoPartitionAnyMoreDoesNotWaitForWhatOthersStore() throws Exception {
        List<SampleArticle> articles = IntStream.range(0, 20)
                .mapToObj(i -> article("handed-over-" + i).from("handover.example", "Handover"))
                .toList();
        Backends.elasticsearch().pause();
        List<OtherMember> others = List.of();
        try {
            articles.forEach(service::publish);
            service.awaitThat("waits", () -> assertThat(state.waiting()).isPresent());
            others = IntStream.range(0, 3).mapToObj(OtherMember::new).toList();
            List<OtherMember> joined = others;
            service.awaitThat(
                    "others have all",
                    () -> assertThat(joined)
                            .allSatisfy(member -> assertThat(member.partitions).hasSize(1)));
        } finally {
            Backends.elasticsearch().resume();
        }
        try {
            service.awaitThat(
                    "ready",
                    () -> assertThat(service.ask("/actuator/health/readiness").statusCode())
                            .isEqualTo(200));
        } finally {
            others.forEach(OtherMember::close);
        }

        service.awaitThat(
                "all",
                () -> assertThat(service.search("?outlet=handover.example")
                                .get("total")
                                .asInt())
                        .isEqualTo(20));
    }

    /** Another instance in the service's group, one that is served first and never commits. */
    private static final class OtherMember implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Thread polling;
        private volatile Set<TopicPartition> partitions = Set.of();

        OtherMember(int number) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", Backends.bootstrapServers());
            settings.put("group.id", "query-service");
            settings.put("enable.auto.commit", false);
            // Partitions go to members with a name before they go to those without.
            settings.put("group.instance.id", "other-" + number);
            settings.put("partition.assignment.strategy", RangeAssignor.class.getName());
            // One with a name keeps its partitions for so long after it has gone.
            settings.put("session.timeout.ms", 6000);
            settings.put("heartbeat.interval.ms", 1000);
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.subscribe(List.of(Topic.ENRICHED.topicName()));
            polling = Thread.ofVirtual().start(this::poll);
        }

        private void poll() {
            try (consumer) {
                while (true) {
                    consumer.poll(Duration.ofMillis(100));
                    partitions = consumer.assignment();
                }
            } catch (WakeupException e) {
                partitions = Set.of();
            }
        }

        @Override
        public void close() {
            consumer.wakeup();
            try {
                polling.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aRemovedIndexIsMadeAgain() throws Exception {
        SampleArticle before = article("before-removal");
        service.publish(before);
        service.awaitSearchable(before);
        URI index = URI.create(Backends.elasticsearchUrl() + "/articles-000001");
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(index).DELETE().build(), BodyHandlers.ofString());
        }

        SampleArticle after = article("after-removal");
        service.publish(after);

        service.awaitSearchable(after);
    }

    @Test
    void aLongBodyIsKeptWhole() {
        String sentence = "The ferry was late again and nobody at the quay knew why. ";
        SampleArticle longOne = article("long").saying(sentence.repeat(10_000) + "Zyzzyva.");

        service.publish(longOne);

        service.awaitSearchable(longOne);
        assertThat(service.search("?q=zyzzyva&outlet=indexing.example")
                        .get("items")
                        .get(0)
                        .get("snippet")
                        .get("text")
                        .asString())
                .contains("Zyzzyva");
    }

    @Test
    void aBacklogIsRefreshedSeldomAndNewsEachSecond() throws IOException {
        MessageListenerContainer listener = requireNonNull(listeners.getListenerContainer(EnrichedListener.ID));
        listener.stop();
        long anHourAgo = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        // More than a batch, and all in one partition.
        IntStream.range(0, 1_100)
                .mapToObj(i -> article("backlog/" + i).from("backlog.example", "Backlog"))
                .forEach(late -> kafka.send(new ProducerRecord<>(
                        Topic.ENRICHED.topicName(), 0, anHourAgo, late.id().getBytes(UTF_8), late.json())));
        kafka.flush();

        listener.start();

        service.awaitThat("backlog", () -> assertThat(refreshInterval()).isEqualTo("10000ms"));
        service.awaitThat(
                "caught up",
                () -> assertThat(service.search("?outlet=backlog.example")
                                .get("total")
                                .asInt())
                        .isEqualTo(1_100));
        assertThat(refreshInterval()).isEqualTo("1000ms");
    }

    private String refreshInterval() throws IOException {
        co.elastic.clients.elasticsearch.indices.IndexSettings settings = client.indices()
                .getSettings(get -> get.index("articles").name("index.refresh_interval"))
                .settings()
                .values()
                .iterator()
                .next()
                .settings();
        return requireNonNull(requireNonNull(requireNonNull(settings).index()).refreshInterval())
                .time();
    }

    @Test
    void metricsCountWhatBecameOfTheRecords() {
        SampleArticle counted = article("counted");
        service.publish(counted);
        service.awaitSearchable(counted);

        String metrics = service.ask("/actuator/prometheus").body();

        assertThat(metrics)
                .containsPattern("dateline_index_articles_total\\{.*outcome=\"indexed\"} [1-9]")
                .containsPattern("dateline_index_articles_total\\{.*outcome=\"stale\"}")
                .containsPattern("dateline_freshness_seconds_count\\{.*from=\"seen\"}");
    }

    @Test
    void exemplarsStandOnlyWhereEveryPrometheusTakesThem() {
        // One that is younger than seconds is not replaced.
        service.awaitThat("an exemplar", () -> {
            service.ask("/api/articles", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            assertThat(exemplars()).anyMatch(line -> line.contains("0af7651916cd43dd8448eb211c80319c"));
        });

        assertThat(exemplars()).allMatch(line -> line.matches("\\w+_(bucket|total)\\{.*"));
    }

    private List<String> exemplars() {
        return service.ask("/actuator/prometheus", "Accept", "application/openmetrics-text; version=1.0.0")
                .body()
                .lines()
                .filter(line -> line.contains(" # {"))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        assertThat(letter.headers().lastHeader(name)).as(name).isNotNull();
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(String key) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", Backends.bootstrapServers());
        settings.put("group.id", Backends.uniqueName("dead"));
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.ENRICHED_DEAD.topicName()));
            for (int i = 0; i < 30; i++) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
                    if (letter.value() != null
                            && header(letter, Headers.DEAD_KEY).equals(key)) {
                        return letter;
                    }
                }
            }
        }
        throw new AssertionError("no dead letter for " + key);
    }
}
