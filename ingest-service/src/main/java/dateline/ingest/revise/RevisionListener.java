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
import dateline.contract.log.PatientConsumer;
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

    private final KafkaOperations<String, byte[]> kafka;
    private final RawLog log;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final ContractJson json = new ContractJson();
    private final Map<Integer, ArticleLedger> ledgers = new ConcurrentHashMap<>();

    RevisionListener(KafkaOperations<String, byte[]> kafka, RawLog log, InstantSource clock, MeterRegistry meters) {
        this.kafka = kafka;
        this.log = log;
        this.clock = clock;
        this.meters = meters;
    }

    @KafkaListener(id = "revise", groupId = "dateline-revise", topics = "news.incoming", batch = "true")
    void onIncoming(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer) {
        Map<Integer, List<ConsumerRecord<String, byte[]>>> byPartition = new HashMap<>();
        batch.forEach(row -> byPartition
                .computeIfAbsent(row.partition(), p -> new ArrayList<>())
                .add(row));
        byPartition.forEach((partition, rows) -> {
            // The ledger is changed before the transaction commits. Should that fail, it is forgotten and read again.
            ArticleLedger ledger = ledgers.remove(partition);
            ArticleLedger current =
                    ledger == null ? PatientConsumer.during(consumer, () -> log.load(partition)) : ledger;
            revise(partition, rows, current);
            ledgers.put(partition, current);
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

    private void revise(int partition, List<ConsumerRecord<String, byte[]>> rows, ArticleLedger ledger) {
        Map<String, RawArticle> written = new HashMap<>();
        List<Pending> pending = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> row : rows) {
            try {
                switch (read(row)) {
                    case Takedown takedown -> takeDown(partition, takedown, ledger, written);
                    case IncomingArticle article -> publish(partition, article, ledger, written, pending);
                    case OutletBlock order -> block(partition, order, ledger);
                }
            } catch (UnreadableRecord e) {
                bury(row, e);
            }
        }
        pending.forEach(p -> ledger.put(p.id(), p.fingerprint(), p.revision(), p.offset()));
    }

    private void publish(
            int partition,
            IncomingArticle seen,
            ArticleLedger ledger,
            Map<String, RawArticle> written,
            List<Pending> pending) {
        if (ledger.isTakenDown(seen.id())) {
            count("taken_down");
            return;
        }
        // Sent late, or sent again from a dead letter: what was seen later is newer, in whatever order it comes.
        if (ledger.isOlderSighting(seen.id(), seen.origin().seenAt())) {
            count("outdated");
            return;
        }
        if (ledger.isBlocked(seen.outlet().id())) {
            count("blocked");
            return;
        }
        RawArticle last = written.get(seen.id());
        ArticleLedger.Entry known = ledger.find(seen.id());
        RawArticle next;
        if (last == null && known != null) {
            if (known.fingerprint().equals(Fingerprint.of(seen))) {
                count("unchanged");
                return;
            }
            last = read(partition, seen.id(), known);
            next = last == null ? Reviser.afresh(seen, Math.max(1, known.revision())) : Reviser.next(last, seen);
        } else {
            next = last == null ? Reviser.first(seen) : Reviser.next(last, seen);
        }
        if (last != null
                && seen.origin().seenAt().isBefore(last.article().origin().seenAt())) {
            count("outdated");
            return;
        }
        Fingerprint fingerprint = Fingerprint.of(next.article());
        if (last != null && fingerprint.equals(Fingerprint.of(last.article()))) {
            count("unchanged");
            return;
        }
        pending.add(new Pending(next.id(), fingerprint, next.revision(), send(partition, next, fingerprint)));
        written.put(next.id(), next);
        count(last == null ? "new" : next.revision() > last.revision() ? "revision" : "correction");
    }

    private CompletableFuture<SendResult<String, byte[]>> send(
            int partition, RawArticle article, Fingerprint fingerprint) {
        var row = new ProducerRecord<>(Topic.RAW.topicName(), partition, article.id(), fitted(article));
        header(row, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        header(row, Headers.REVISION, Integer.toString(article.revision()));
        header(row, Headers.FINGERPRINT, fingerprint.toString());
        return kafka.send(row);
    }

    private void takeDown(int partition, Takedown order, ArticleLedger ledger, Map<String, RawArticle> written) {
        kafka.send(new ProducerRecord<>(Topic.TAKEDOWNS.topicName(), partition, order.id(), json.write(order)));
        RawArticle last = written.get(order.id());
        int revision = last == null ? ledger.lastRevision(order.id()) : last.revision();
        var tombstone = new ProducerRecord<String, byte[]>(Topic.RAW.topicName(), partition, order.id(), null);
        header(tombstone, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        // So that the deletion has its place among the writes, wherever they meet again.
        header(tombstone, Headers.REVISION, Integer.toString(Math.max(1, revision)));
        kafka.send(tombstone);
        ledger.takeDown(order.id());
        written.remove(order.id());
        count("takedown");
    }

    private void block(int partition, OutletBlock order, ArticleLedger ledger) {
        byte[] value = order.blocked() ? json.write(order) : null;
        kafka.send(new ProducerRecord<>(Topic.TAKEDOWNS.topicName(), partition, order.id(), value));
        ledger.block(order.outlet(), order.blocked());
        count("outlet_block");
    }

    /** The last revision; nothing, and a dead letter, if it lies in the log and cannot be read. */
    private @Nullable RawArticle read(int partition, String id, ArticleLedger.Entry known) {
        try {
            return log.read(partition, id, known.offset());
        } catch (UnreadableRevision e) {
            bury(e.row(), e);
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

    private void bury(ConsumerRecord<String, byte[]> row, RuntimeException failure) {
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
        kafka.send(dead);
        count("dead");
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

    private void count(String outcome) {
        meters.counter("dateline.revise", "outcome", outcome).increment();
    }

    private record Pending(
            String id, Fingerprint fingerprint, int revision, CompletableFuture<SendResult<String, byte[]>> sent) {
        long offset() {
            return sent.join().getRecordMetadata().offset();
        }
    }
}
