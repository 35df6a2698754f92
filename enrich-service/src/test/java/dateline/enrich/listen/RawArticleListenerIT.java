package dateline.enrich.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.ArticleLanguage;
import dateline.contract.ArticleTopic;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.Headers;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.contract.log.Takedowns;
import dateline.enrich.EnrichApplication;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

// Closed afterwards: as a member of the group it would take articles of other tests.
@DirtiesContext
@SpringBootTest(classes = EnrichApplication.class, properties = "spring.config.name=enrich-service")
@ContextConfiguration(initializers = BackendsInitializer.class)
class RawArticleListenerIT {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");

    private final ContractJson json = new ContractJson();

    @Autowired
    private Takedowns takedowns;

    @Test
    void aRawArticleComesOutEnrichedUnderTheSameKey() {
        RawArticle raw = article("https://example.org/visit");
        String traced = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        TopicProbe.send(Topic.RAW.topicName(), raw.id(), json.write(raw), Map.of(Headers.TRACE_PARENT, traced));

        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            assertThat(header(enriched.await(1, raw.id()).getFirst(), Headers.TRACE_PARENT))
                    .as("it belongs to the raw article's trace")
                    .startsWith(traced.substring(0, 36))
                    .isNotEqualTo(traced);
            EnrichedArticle article =
                    json.read(enriched.await(1, raw.id()).getFirst().value(), EnrichedArticle.class);

            assertThat(article.raw()).isEqualTo(raw);
            assertThat(header(enriched.await(1, raw.id()).getFirst(), Headers.RAW_PLACE))
                    .matches("news\\.raw-\\d@\\d+");
            assertThat(article.language()).extracting(ArticleLanguage::tag).isEqualTo("en");
            assertThat(article.topics()).extracting(ArticleTopic::id).contains("medtop:11000000");
            assertThat(article.enrichers()).containsKeys("language", "topic");
            assertThat(article.failures()).isEmpty();
        }
    }

    @Test
    void anUnreadableRecordIsADeadLetterAndThePartitionGoesOn() {
        RawArticle next = article("https://example.org/next");
        byte[] broken = "{\"id\": \"broken".getBytes(UTF_8);
        TopicProbe.send(Topic.RAW.topicName(), next.id(), broken);
        TopicProbe.send(Topic.RAW.topicName(), next.id(), json.write(next));

        try (var dead = new TopicProbe(Topic.RAW_DEAD.topicName());
                var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            ConsumerRecord<String, byte[]> letter = dead.await(
                            1, row -> next.id().equals(header(row, Headers.DEAD_KEY)))
                    .getFirst();
            assertThat(letter.key()).isEqualTo(header(letter, Headers.DEAD_ORIGIN));
            assertThat(letter.value()).isEqualTo(broken);
            assertThat(header(letter, Headers.DEAD_REASON)).isEqualTo("unreadable");
            assertThat(header(letter, Headers.DEAD_MESSAGE)).contains("RawArticle");
            assertThat(header(letter, Headers.DEAD_ORIGIN)).startsWith("news.raw-");
            assertThat(header(letter, Headers.DEAD_SERVICE)).isEqualTo("enrich-service");
            assertThat(header(letter, Headers.DEAD_STACK)).contains("ContractJson");
            assertThat(enriched.await(1, next.id())).hasSize(1);
        }
    }

    @Test
    void aBatchWhoseTransactionTheBrokerGaveUpIsTriedAgain() {
        RawArticle before = article("https://example.org/before-fence");
        RawArticle after = article("https://example.org/after-fence");
        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            TopicProbe.send(Topic.RAW.topicName(), before.id(), json.write(before));
            enriched.await(1, before.id());

            assertThat(TopicProbe.fence("dateline-enrich-")).isPositive();
            TopicProbe.send(Topic.RAW.topicName(), after.id(), json.write(after));

            assertThat(enriched.await(1, after.id())).hasSize(1);
        }
    }

    @Test
    void aTakedownGoesOn() {
        RawArticle gone = article("https://example.org/gone");
        TopicProbe.send(Topic.RAW.topicName(), gone.id(), json.write(gone));
        TopicProbe.send(Topic.RAW.topicName(), gone.id(), null);

        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            assertThat(enriched.await(2, gone.id()).getLast().value()).isNull();
        }
    }

    @Test
    void aTakedownKeepsTheRevisionItRemoves() {
        RawArticle gone = article("https://example.org/gone-revised");
        TopicProbe.send(Topic.RAW.topicName(), gone.id(), null, Map.of(Headers.REVISION, "3"));

        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            assertThat(header(enriched.await(1, gone.id()).getFirst(), Headers.REVISION))
                    .isEqualTo("3");
        }
    }

    @Test
    void anArticleThatComesAgainAfterItsTakedownIsNotEnriched() {
        RawArticle gone = article("https://example.org/gone-for-good");
        TopicProbe.send(Topic.TAKEDOWNS.topicName(), gone.id(), "{}".getBytes(UTF_8));
        await().until(() -> takedowns.contains(gone.id()));

        TopicProbe.send(Topic.RAW.topicName(), gone.id(), json.write(gone));

        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            assertThat(enriched.await(1, gone.id()).getFirst().value()).isNull();
        }
    }

    @Test
    void anIncompleteRecordIsADeadLetter() {
        String id = article("https://example.org/incomplete").id();
        TopicProbe.send(Topic.RAW.topicName(), id, ("{\"id\": \"" + id + "\", \"revision\": 1}").getBytes(UTF_8));

        try (var dead = new TopicProbe(Topic.RAW_DEAD.topicName())) {
            var letter = dead.await(1, row -> id.equals(header(row, Headers.DEAD_KEY)))
                    .getFirst();
            assertThat(header(letter, Headers.DEAD_MESSAGE)).contains("incomplete");
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> row, String name) {
        Header header = row.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    static RawArticle article(String url) {
        CanonicalUrl canonical = CanonicalUrl.of(url);
        IncomingArticle article = new IncomingArticle(
                ArticleId.of(canonical),
                canonical.value(),
                new Outlet("example.org", "Example", null, null, List.of()),
                "President begins state visit",
                null,
                List.of(),
                new ArticleDate(NOW, ArticleDate.Precision.SECOND, ArticleDate.Source.SUBMITTED),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new Block(
                        Block.Kind.PARAGRAPH,
                        "The two presidents held bilateral talks on a treaty. The foreign ministry said the summit would"
                                + " follow in June, and ambassadors of both countries signed a memorandum. Trade"
                                + " between the two countries has grown for years, the ministry said, and both sides"
                                + " want it to go on growing for as long as they live next to one another.")),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, url, null, null, null, NOW, List.of()));
        return new RawArticle(article.id(), 1, NOW, NOW, article, List.of());
    }
}
