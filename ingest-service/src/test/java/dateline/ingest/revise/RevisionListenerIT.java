package dateline.ingest.revise;

import static dateline.ingest.revise.Sightings.NOON;
import static dateline.ingest.revise.Sightings.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.OutletBlock;
import dateline.contract.RawArticle;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.ingest.IngestApplication;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

// Closed afterwards: as a member of the group that shares the feeds it would poll those of other tests.
@DirtiesContext
@SpringBootTest(classes = IngestApplication.class, properties = "spring.config.name=ingest-service")
@ContextConfiguration(initializers = BackendsInitializer.class)
class RevisionListenerIT {
    private static final String TRACED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final ContractJson json = new ContractJson();

    @Autowired
    private RevisionListener listener;

    @Autowired
    private KafkaOperations<String, byte[]> kafka;

    @Autowired
    private KafkaListenerEndpointRegistry registry;

    @Autowired
    private AfterRollbackProcessor<Object, Object> afterRollback;

    private TopicProbe raw;

    @BeforeEach
    void readTheRecord() {
        raw = new TopicProbe(Topic.RAW.topicName());
    }

    @AfterEach
    void close() {
        raw.close();
    }

    @Test
    void theSameArticleSentAgainIsNotASecondOne() {
        IncomingArticle first = article("https://example.org/same", "A visit", NOON, "They met.");
        IncomingArticle again =
                article("https://EXAMPLE.org/same?utm_source=x", "A visit", NOON.plusSeconds(9), "They met.");
        IncomingArticle marker = article("https://example.org/same", "A visit ends", NOON.plusSeconds(99), "They met.");

        TopicProbe.send(
                Topic.INCOMING.topicName(), first.id(), json.write(first), Map.of(Headers.TRACE_PARENT, TRACED));
        send(again);
        send(marker);

        assertThat(raw.await(1, first.id()).getFirst())
                .as("the revision belongs to the sighting's trace")
                .satisfies(row -> assertThat(header(row, Headers.TRACE_PARENT))
                        .startsWith(TRACED.substring(0, 36))
                        .isNotEqualTo(TRACED));
        assertThat(revisions(2, first.id())).extracting(RawArticle::revision).containsExactly(1, 2);
    }

    @Test
    void aChangedArticleIsANewRevisionAlsoWhenNothingIsRememberedOfTheFirst() {
        IncomingArticle first = article("https://example.org/changed", "A visit", NOON, "They met.", "They talked.");
        IncomingArticle second = article("https://example.org/changed", "A visit", NOON.plusSeconds(60), "They met.");
        send(first);
        revisions(1, first.id());

        listener.forget(everyPartition());
        send(second);

        RawArticle revision = revisions(2, first.id()).getLast();
        assertThat(revision.revision()).isEqualTo(2);
        assertThat(revision.firstSeen()).isEqualTo(NOON);
        assertThat(revision.changes()).hasSize(1);
        assertThat(revision.changes().getFirst().removed()).containsExactly("They talked.");
    }

    @Test
    void aTakedownRemovesTheArticleForGood() {
        IncomingArticle gone = article("https://example.org/gone", "A mistake", NOON, "Never happened.");
        send(gone);
        send(new Takedown(gone.id(), "court order", NOON));
        send(article("https://example.org/gone", "A mistake again", NOON.plusSeconds(1), "Never happened."));
        IncomingArticle other = sameShard(gone, "marker");
        send(other);

        revisions(1, other.id());
        assertThat(raw.await(2, gone.id()))
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row.value()).isNull());
        try (var takedowns = new TopicProbe(Topic.TAKEDOWNS.topicName())) {
            assertThat(json.read(takedowns.await(1, gone.id()).getFirst().value(), Takedown.class)
                            .reason())
                    .isEqualTo("court order");
        }
    }

    @Test
    void anOutletThatIsKeptOutComesInAgainOnlyWhenItIsLetIn() {
        IncomingArticle before = article("https://kept-out.example/before", "Before", NOON, "It comes in.");
        String outlet = before.outlet().id();
        send(before);
        revisions(1, before.id());
        IncomingArticle meanwhile = sameShard(before, "kept-out");
        int partition = partition(before.id());

        sendTo(partition, new OutletBlock(outlet, true, "they asked", NOON));
        send(meanwhile);
        // Whoever takes the partition over must know, too.
        awaitTakedown(outlet);
        listener.forget(everyPartition());
        send(meanwhile);
        sendTo(partition, new OutletBlock(outlet, false, "they agreed", NOON));
        IncomingArticle after = article(meanwhile.url(), "Marker", NOON.plusSeconds(60), "It comes in again.");
        send(after);

        RawArticle first = revisions(1, after.id()).getFirst();
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.article().body()).isEqualTo("It comes in again.");
    }

    @Test
    void aLetterSentAgainThatFailsAgainCountsItsAttempts() {
        String key = "77".repeat(16);
        var again = new ProducerRecord<>(Topic.INCOMING.topicName(), key, "still broken".getBytes(UTF_8));
        again.headers().add(Headers.DEAD_ATTEMPT, "1".getBytes(UTF_8));
        kafka.executeInTransaction(transaction -> transaction.send(again)).join();

        try (var dead = new TopicProbe(Topic.INCOMING_DEAD.topicName())) {
            assertThat(header(letterOf(dead, key), Headers.DEAD_ATTEMPT)).isEqualTo("2");
        }
    }

    @Test
    void anUnreadableRecordIsADeadLetterAndThePartitionGoesOn() {
        IncomingArticle next = article("https://example.org/after-broken", "Next", NOON, "It goes on.");
        TopicProbe.send(Topic.INCOMING.topicName(), next.id(), "not json".getBytes(UTF_8));
        send(next);

        assertThat(revisions(1, next.id())).hasSize(1);
        try (var dead = new TopicProbe(Topic.INCOMING_DEAD.topicName())) {
            ConsumerRecord<String, byte[]> letter = letterOf(dead, next.id());
            assertThat(new String(letter.value(), UTF_8)).isEqualTo("not json");
            assertThat(new String(
                            letter.headers().lastHeader(Headers.DEAD_REASON).value(), UTF_8))
                    .isEqualTo("unreadable");
        }
    }

    @Test
    void aBatchThatIsRolledBackIsForgottenAndTriedAgain() {
        // What is remembered of a batch that did not commit would make its second try "unchanged", and lose it.
        assertThat(registry.getListenerContainer("revise"))
                .isInstanceOfSatisfying(
                        AbstractMessageListenerContainer.class,
                        container -> assertThat(container.getAfterRollbackProcessor())
                                .isSameAs(afterRollback));
    }

    @Test
    void aBatchWhoseTransactionTheBrokerGaveUpIsTriedAgain() {
        IncomingArticle before = article("https://example.org/before-fence", "Before", NOON, "They met.");
        send(before);
        revisions(1, before.id());

        assertThat(TopicProbe.fence("dateline-ingest-")).isPositive();
        IncomingArticle after = article("https://example.org/after-fence", "After", NOON, "They met again.");
        send(after);

        assertThat(revisions(1, after.id())).hasSize(1);
    }

    @Test
    void whatATakedownRemovesIsSaidOnTheTombstone() {
        String url = "https://example.org/gone-revised";
        IncomingArticle first = article(url, "A mistake", NOON, "Never happened.");
        send(first);
        send(article(url, "A mistake, corrected", NOON.plusSeconds(9), "Never happened."));
        send(new Takedown(first.id(), "court order", NOON));

        ConsumerRecord<String, byte[]> tombstone = raw.await(3, first.id()).getLast();
        assertThat(tombstone.value()).isNull();
        assertThat(header(tombstone, Headers.REVISION)).isEqualTo("2");
    }

    @Test
    void aSightingThatComesLateIsNoNewerRevision() {
        String url = "https://example.org/late";
        IncomingArticle newest = article(url, "As it is now", NOON.plusSeconds(60), "They met.");
        send(newest);
        send(article(url, "As it was before", NOON, "They met."));
        IncomingArticle next = article(url, "As it is next", NOON.plusSeconds(99), "They met.");
        send(next);

        assertThat(revisions(2, newest.id()))
                .extracting(revision -> revision.article().title())
                .containsExactly("As it is now", "As it is next");
    }

    @Test
    void aSightingOlderThanOneThatChangedNothingIsNoNewerRevision() {
        String url = "https://example.org/confirmed";
        IncomingArticle first = article(url, "As it is", NOON, "They met.");
        send(first);
        revisions(1, first.id());
        send(article(url, "As it is", NOON.plusSeconds(60), "They met."));
        send(article(url, "As it never stayed", NOON.plusSeconds(30), "They met."));
        send(article(url, "As it is next", NOON.plusSeconds(99), "They met."));

        assertThat(revisions(2, first.id()))
                .extracting(revision -> revision.article().title())
                .containsExactly("As it is", "As it is next");
    }

    @Test
    void anArticleWhoseLastRevisionCannotBeReadGoesOnFromItsNumber() {
        IncomingArticle seen = article("https://example.org/garbled", "Readable again", NOON, "They met.");
        TopicProbe.send(
                Topic.RAW.topicName(),
                seen.id(),
                "garbage".getBytes(UTF_8),
                Map.of(Headers.REVISION, "4", Headers.FINGERPRINT, "broken"));
        listener.forget(everyPartition());

        send(seen);

        assertThat(json.read(raw.await(2, seen.id()).getLast().value(), RawArticle.class)
                        .revision())
                .isEqualTo(4);
        try (var dead = new TopicProbe(Topic.RAW_DEAD.topicName())) {
            ConsumerRecord<String, byte[]> letter = dead.await(
                            1, row -> "garbage".equals(new String(row.value(), UTF_8)))
                    .getFirst();
            assertThat(header(letter, Headers.DEAD_REASON)).isEqualTo("unreadable");
            assertThat(header(letter, Headers.DEAD_ORIGIN)).startsWith("news.raw-");
            assertThat(header(letter, Headers.DEAD_SERVICE)).isEqualTo("ingest-service");
            assertThat(header(letter, Headers.DEAD_STACK)).contains("UnreadableRevision");
            assertThat(header(letter, Headers.DEAD_ATTEMPT)).isEqualTo("1");
            assertThat(header(letter, Headers.DEAD_AT)).startsWith("20");
        }
    }

    @Test
    void aRecordWithoutAnArticleOfItsKindIsADeadLetterAndThePartitionGoesOn() {
        IncomingArticle next = article("https://example.org/after-incomplete", "Next", NOON, "It goes on.");
        TopicProbe.send(
                Topic.INCOMING.topicName(),
                next.id(),
                ("{\"kind\":\"article\",\"id\":\"" + next.id() + "\"}").getBytes(UTF_8));
        TopicProbe.send(Topic.INCOMING.topicName(), next.id(), "{\"kind\":\"takedown\"}".getBytes(UTF_8));
        send(next);

        assertThat(revisions(1, next.id())).hasSize(1);
    }

    @Test
    void aRecordUnderAnotherArticlesKeyIsADeadLetter() {
        IncomingArticle article = article("https://example.org/wrong-key", "Wrong", NOON, "Key.");
        String other = "00000000000000000000000000000000";
        TopicProbe.send(Topic.INCOMING.topicName(), other, json.write((Incoming) article));

        try (var dead = new TopicProbe(Topic.INCOMING_DEAD.topicName())) {
            ConsumerRecord<String, byte[]> letter = letterOf(dead, other);
            assertThat(header(letter, Headers.DEAD_ORIGIN))
                    .isEqualTo(letter.key())
                    .startsWith("news.incoming-");
        }
    }

    private static ConsumerRecord<String, byte[]> letterOf(TopicProbe dead, String key) {
        return dead.await(1, row -> key.equals(header(row, Headers.DEAD_KEY))).getFirst();
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> row, String name) {
        Header header = row.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private void sendTo(int partition, OutletBlock order) {
        var row = new ProducerRecord<>(Topic.INCOMING.topicName(), partition, order.id(), json.write(order));
        kafka.executeInTransaction(transaction -> transaction.send(row)).join();
    }

    private static void awaitTakedown(String outlet) {
        try (var takedowns = new TopicProbe(Topic.TAKEDOWNS.topicName())) {
            takedowns.await(1, OutletBlock.KEY_PREFIX + outlet);
        }
    }

    private void send(Incoming incoming) {
        TopicProbe.send(Topic.INCOMING.topicName(), incoming.id(), json.write(incoming));
    }

    private List<RawArticle> revisions(int count, String id) {
        return raw.await(count, id).stream()
                .map(row -> json.read(row.value(), RawArticle.class))
                .toList();
    }

    /** An article of the same partition: once it is through, so is all that was sent before it. */
    private static IncomingArticle sameShard(IncomingArticle article, String name) {
        int partition = partition(article.id());
        for (int i = 0; ; i++) {
            IncomingArticle other = article("https://example.org/" + name + "-" + i, "Marker", NOON, "Through.");
            if (partition(other.id()) == partition) {
                return other;
            }
        }
    }

    private static int partition(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 6);
    }

    private static Set<TopicPartition> everyPartition() {
        return Set.of(0, 1, 2, 3, 4, 5).stream()
                .map(partition -> new TopicPartition(Topic.INCOMING.topicName(), partition))
                .collect(Collectors.toSet());
    }
}
