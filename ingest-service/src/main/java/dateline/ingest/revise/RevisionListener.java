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
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    void onIncoming(List<ConsumerRecord<String, byte[]>> batch) {
        Map<Integer, List<ConsumerRecord<String, byte[]>>> byPartition = new HashMap<>();
        batch.forEach(row -> byPartition
                .computeIfAbsent(row.partition(), p -> new ArrayList<>())
                .add(row));
        byPartition.forEach((partition, rows) -> {
            // The ledger is changed before the transaction commits. Should that fail, it is forgotten and read again.
            ArticleLedger ledger = ledgers.remove(partition);
            ArticleLedger current = ledger == null ? log.load(partition) : ledger;
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
                switch (json.read(row.value() == null ? new byte[0] : row.value(), Incoming.class)) {
                    case Takedown takedown -> takeDown(partition, checked(row, takedown), ledger, written);
                    case IncomingArticle article -> publish(partition, checked(row, article), ledger, written, pending);
                    case OutletBlock order -> block(partition, order, ledger);
                }
            } catch (UnreadableRecord e) {
                bury(row, e);
            }
        }
        pending.forEach(p -> ledger.put(p.id(), p.fingerprint(), p.offset()));
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
        if (ledger.isBlocked(seen.outlet().id())) {
            count("blocked");
            return;
        }
        RawArticle last = written.get(seen.id());
        ArticleLedger.Entry known = ledger.find(seen.id());
        if (last == null && known != null) {
            if (known.fingerprint().equals(Fingerprint.of(seen))) {
                count("unchanged");
                return;
            }
            last = log.read(partition, seen.id(), known.offset());
        }
        RawArticle next = last == null ? Reviser.first(seen) : Reviser.next(last, seen);
        Fingerprint fingerprint = Fingerprint.of(next.article());
        if (last != null && fingerprint.equals(Fingerprint.of(last.article()))) {
            count("unchanged");
            return;
        }
        pending.add(new Pending(next.id(), fingerprint, send(partition, next, fingerprint)));
        written.put(next.id(), next);
        count(last == null ? "new" : next.revision() > last.revision() ? "revision" : "correction");
    }

    private CompletableFuture<SendResult<String, byte[]>> send(
            int partition, RawArticle article, Fingerprint fingerprint) {
        var row = new ProducerRecord<>(Topic.RAW.topicName(), partition, article.id(), json.write(article));
        header(row, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        header(row, Headers.REVISION, Integer.toString(article.revision()));
        header(row, Headers.FINGERPRINT, fingerprint.toString());
        return kafka.send(row);
    }

    private void takeDown(int partition, Takedown order, ArticleLedger ledger, Map<String, RawArticle> written) {
        kafka.send(new ProducerRecord<>(Topic.TAKEDOWNS.topicName(), partition, order.id(), json.write(order)));
        var tombstone = new ProducerRecord<String, byte[]>(Topic.RAW.topicName(), partition, order.id(), null);
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

    private void bury(ConsumerRecord<String, byte[]> row, UnreadableRecord failure) {
        DeadLetter letter = DeadLetter.of(
                "unreadable",
                failure,
                SERVICE,
                row.topic(),
                row.partition(),
                row.offset(),
                attempt(row),
                clock.instant());
        var dead =
                new ProducerRecord<>(Topic.INCOMING_DEAD.topicName(), letter.origin(), DeadLetter.value(row.value()));
        row.headers().forEach(dead.headers()::add);
        letter.headers().forEach((name, value) -> header(dead, name, value));
        if (row.key() != null) {
            header(dead, Headers.DEAD_KEY, row.key());
        }
        kafka.send(dead);
        count("dead");
    }

    /** The key decides which partition, and with it which ledger, so it must be the article's own id. */
    private static <T extends Incoming> T checked(ConsumerRecord<String, byte[]> row, T value) {
        if (!value.id().equals(row.key())) {
            throw new UnreadableRecord("key " + row.key() + " is not the article's id " + value.id(), null);
        }
        if (!ArticleId.isValid(value.id())) {
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

    private record Pending(String id, Fingerprint fingerprint, CompletableFuture<SendResult<String, byte[]>> sent) {
        long offset() {
            return sent.join().getRecordMetadata().offset();
        }
    }
}
