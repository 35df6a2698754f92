package dateline.ingest.revise;

import dateline.contract.ArticleId;
import dateline.contract.ContractJson;
import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.OutletBlock;
import dateline.contract.RawArticle;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.contract.log.ArticleTrace;
import dateline.contract.log.CommittedCounts;
import dateline.contract.log.PatientConsumer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/**
 * Turns what ingest saw into the record: one transaction per batch writes the new revisions to {@code news.raw} and
 * commits the position in {@code news.incoming}.
 */
@Component
class RevisionListener implements ConsumerSeekAware {
    private static final String SERVICE = "ingest-service";

    /** Largest value, in bytes; the rest of what a producer may send is for key and headers. */
    private static final int LARGEST = 8_000_000;

    private static final List<String> OUTCOMES = List.of(
            "new",
            "revision",
            "correction",
            "unchanged",
            "outdated",
            "blocked",
            "taken_down",
            "takedown",
            "outlet_block",
            "dead");

    private final KafkaOperations<String, byte[]> kafka;
    private final RawLog log;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final CommittedCounts counts;
    private final ArticleTrace trace;
    private final ContractJson json = new ContractJson();
    private final Map<Integer, ArticleLedger> ledgers = new ConcurrentHashMap<>();

    RevisionListener(
            KafkaOperations<String, byte[]> kafka,
            RawLog log,
            InstantSource clock,
            MeterRegistry meters,
            CommittedCounts counts,
            ArticleTrace trace) {
        this.kafka = kafka;
        this.log = log;
        this.clock = clock;
        this.meters = meters;
        this.counts = counts;
        this.trace = trace;
        // Of what was never counted nobody sees the first.
        OUTCOMES.forEach(this::counter);
    }

    private Counter counter(String outcome) {
        return meters.counter("dateline.revise", "outcome", outcome);
    }

    @KafkaListener(id = "revise", groupId = "dateline-revise", topics = "news.incoming", batch = "true")
    void onIncoming(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer) {
        Map<Integer, List<ConsumerRecord<String, byte[]>>> byPartition = new HashMap<>();
        batch.forEach(row -> byPartition
                .computeIfAbsent(row.partition(), p -> new ArrayList<>())
                .add(row));
        // Everything is ready before the first is sent: the transaction is open for a moment, however long reading
        // takes.
        List<Batch> revised = PatientConsumer.during(
                consumer,
                () -> byPartition.entrySet().stream()
                        .map(entry -> revise(entry.getKey(), entry.getValue()))
                        .toList());
        revised.forEach(each -> each.results().forEach(row -> each.sent().add(kafka.send(row))));
        revised.forEach(each -> {
            each.pending()
                    .forEach(p -> each.ledger().put(p.id(), p.fingerprint(), p.revision(), each.offset(p.result())));
            ledgers.put(each.partition(), each.ledger());
            each.outcomes().forEach(outcome -> counts.add(counter(outcome)));
        });
    }

    /** Forgets what is known of partitions whose transaction did not commit, or that another instance owns now. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> ledgers.remove(partition.partition()));
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        if (partitions != null) {
            forget(partitions);
        }
    }

    private Batch revise(int partition, List<ConsumerRecord<String, byte[]>> rows) {
        // The ledger is changed before the transaction commits. Should that fail, it is forgotten and read again.
        ArticleLedger ledger = ledgers.remove(partition);
        Batch batch = new Batch(
                partition,
                ledger == null ? log.load(partition) : ledger,
                new HashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (ConsumerRecord<String, byte[]> row : rows) {
            int before = batch.results().size();
            trace.step("revise", ArticleTrace.parent(row.headers()), row.key(), () -> {
                revise(row, batch);
                batch.results().listIterator(before).forEachRemaining(result -> trace.stamp(result.headers()));
                return batch;
            });
        }
        return batch;
    }

    private void revise(ConsumerRecord<String, byte[]> row, Batch batch) {
        try {
            switch (read(row)) {
                case Takedown takedown -> takeDown(takedown, batch);
                case IncomingArticle article -> publish(article, batch);
                case OutletBlock order -> block(order, batch);
            }
        } catch (UnreadableRecord e) {
            bury(row, e, batch);
        }
    }

    private void publish(IncomingArticle seen, Batch batch) {
        ArticleLedger ledger = batch.ledger();
        if (ledger.isTakenDown(seen.id())) {
            count(batch, "taken_down");
            return;
        }
        // Sent late, or sent again from a dead letter: what was seen later is newer, in whatever order it comes.
        if (ledger.isOlderSighting(seen.id(), seen.origin().seenAt())) {
            count(batch, "outdated");
            return;
        }
        if (ledger.isBlocked(seen.outlet().id())) {
            count(batch, "blocked");
            return;
        }
        RawArticle last = batch.written().get(seen.id());
        ArticleLedger.Entry known = ledger.find(seen.id());
        RawArticle next;
        if (last == null && known != null) {
            if (known.fingerprint().equals(Fingerprint.of(seen))) {
                count(batch, "unchanged");
                return;
            }
            last = read(seen.id(), known, batch);
            next = last == null ? Reviser.afresh(seen, Math.max(1, known.revision())) : Reviser.next(last, seen);
        } else {
            next = last == null ? Reviser.first(seen) : Reviser.next(last, seen);
        }
        if (last != null
                && seen.origin().seenAt().isBefore(last.article().origin().seenAt())) {
            count(batch, "outdated");
            return;
        }
        Fingerprint fingerprint = Fingerprint.of(next.article());
        if (last != null && fingerprint.equals(Fingerprint.of(last.article()))) {
            count(batch, "unchanged");
            return;
        }
        ProducerRecord<String, byte[]> row = row(batch.partition(), next, fingerprint);
        batch.pending()
                .add(new Pending(
                        next.id(), fingerprint, next.revision(), batch.results().size()));
        batch.results().add(row);
        batch.written().put(next.id(), next);
        count(batch, last == null ? "new" : next.revision() > last.revision() ? "revision" : "correction");
    }

    private ProducerRecord<String, byte[]> row(int partition, RawArticle article, Fingerprint fingerprint) {
        var row = new ProducerRecord<>(Topic.RAW.topicName(), partition, article.id(), fitted(article));
        header(row, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        header(row, Headers.REVISION, Integer.toString(article.revision()));
        header(row, Headers.FINGERPRINT, fingerprint.toString());
        return row;
    }

    private void takeDown(Takedown order, Batch batch) {
        int partition = batch.partition();
        batch.results()
                .add(new ProducerRecord<>(Topic.TAKEDOWNS.topicName(), partition, order.id(), json.write(order)));
        RawArticle last = batch.written().remove(order.id());
        int revision = last == null ? batch.ledger().lastRevision(order.id()) : last.revision();
        var tombstone = new ProducerRecord<String, byte[]>(Topic.RAW.topicName(), partition, order.id(), null);
        header(tombstone, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        // So that the deletion has its place among the writes, wherever they meet again.
        header(tombstone, Headers.REVISION, Integer.toString(Math.max(1, revision)));
        batch.results().add(tombstone);
        batch.ledger().takeDown(order.id());
        count(batch, "takedown");
    }

    private void block(OutletBlock order, Batch batch) {
        byte[] value = order.blocked() ? json.write(order) : null;
        batch.results().add(new ProducerRecord<>(Topic.TAKEDOWNS.topicName(), batch.partition(), order.id(), value));
        batch.ledger().block(order.outlet(), order.blocked());
        count(batch, "outlet_block");
    }

    /** The last revision; nothing, and a dead letter, if it lies in the log and cannot be read. */
    private @Nullable RawArticle read(String id, ArticleLedger.Entry known, Batch batch) {
        try {
            return log.read(batch.partition(), id, known.offset());
        } catch (UnreadableRevision e) {
            bury(e.row(), e, batch);
            return null;
        }
    }

    /** As JSON; what is too large for a record loses its history before it is given up. */
    private byte[] fitted(RawArticle article) {
        byte[] bytes = json.write(article);
        if (bytes.length > LARGEST) {
            bytes = json.write(new RawArticle(
                    article.id(),
                    article.revision(),
                    article.firstSeen(),
                    article.revisedAt(),
                    article.article(),
                    List.of()));
        }
        if (bytes.length > LARGEST) {
            throw new UnreadableRecord("larger than a record may be: " + bytes.length + " bytes", null);
        }
        return bytes;
    }

    private void bury(ConsumerRecord<String, byte[]> row, RuntimeException failure, Batch batch) {
        DeadLetter letter = DeadLetter.of(
                "unreadable",
                failure,
                SERVICE,
                row.topic(),
                row.partition(),
                row.offset(),
                attempt(row),
                clock.instant());
        var dead = new ProducerRecord<>(row.topic() + ".dead", letter.origin(), DeadLetter.value(row.value()));
        row.headers().forEach(dead.headers()::add);
        letter.headers().forEach((name, value) -> header(dead, name, value));
        if (row.key() != null) {
            header(dead, Headers.DEAD_KEY, row.key());
        }
        batch.results().add(dead);
        count(batch, "dead");
    }

    /**
     * Reads and checks a record. This depends on nothing but the record, so what fails here fails always.
     *
     * @throws UnreadableRecord if it is not whole
     */
    private Incoming read(ConsumerRecord<String, byte[]> row) {
        Incoming incoming = json.read(row.value() == null ? new byte[0] : row.value(), Incoming.class);
        try {
            if (incoming instanceof IncomingArticle article) {
                Fingerprint.of(article);
                Objects.requireNonNull(article.url(), "url");
                Objects.requireNonNull(article.origin().seenAt(), "origin.seenAt");
            }
            return checked(row, incoming);
        } catch (NullPointerException e) {
            throw new UnreadableRecord("incomplete: " + e.getMessage(), e);
        }
    }

    /** The key decides which partition, and with it which ledger, so it must be the article's own id. */
    private static Incoming checked(ConsumerRecord<String, byte[]> row, Incoming value) {
        if (!value.id().equals(row.key())) {
            throw new UnreadableRecord("key " + row.key() + " is not the article's id " + value.id(), null);
        }
        if (!(value instanceof OutletBlock) && !ArticleId.isValid(value.id())) {
            throw new UnreadableRecord("not an article id: " + value.id(), null);
        }
        return value;
    }

    private static int attempt(ConsumerRecord<String, byte[]> row) {
        Header earlier = row.headers().lastHeader(Headers.DEAD_ATTEMPT);
        return DeadLetter.attempt(earlier == null ? null : earlier.value());
    }

    private static void header(ProducerRecord<String, byte[]> row, String name, String value) {
        // A letter that was sent again bears those of the last time.
        row.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void count(Batch batch, String outcome) {
        batch.outcomes().add(outcome);
        trace.outcome(outcome);
    }

    /** A revision that the ledger must know once it is in the log, by its place among the results. */
    private record Pending(String id, Fingerprint fingerprint, int revision, int result) {}

    /**
     * What becomes of a partition's records.
     *
     * @param written the articles among the results
     * @param results what is to be sent, in order
     * @param sent the same once it is sent
     * @param outcomes to be counted
     */
    private record Batch(
            int partition,
            ArticleLedger ledger,
            Map<String, RawArticle> written,
            List<ProducerRecord<String, byte[]>> results,
            List<CompletableFuture<SendResult<String, byte[]>>> sent,
            List<Pending> pending,
            List<String> outcomes) {
        long offset(int result) {
            return sent.get(result).join().getRecordMetadata().offset();
        }
    }
}
