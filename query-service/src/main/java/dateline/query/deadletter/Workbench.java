package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleId;
import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.contract.Incoming;
import dateline.contract.RecordPlace;
import dateline.contract.ReplayOrder;
import dateline.contract.Topic;
import dateline.query.deadletter.AuditEntry.Action;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Deals with letters. What is sent again, the tombstone that resolves the letter and the entry in the audit trail are
 * one transaction, so that a letter is never gone without having been handed over.
 *
 * <p>A letter of {@code news.incoming} goes back there: its reader decides what is new. So does a delivery of an alert,
 * which is sent anew. A letter about an article's revision must not go back, since it would displace a newer one; instead
 * the article's newest revision is ordered to be enriched anew.
 */
@Component
final class Workbench implements DisposableBean {
    private final LetterView view;
    private final LetterLog log;
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Clock clock = Clock.systemUTC();
    private final ContractJson json = new ContractJson();
    private final Repair repair = new Repair();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    Workbench(LetterView view, LetterLog log, KafkaTemplate<byte[], byte[]> template) {
        this.view = view;
        this.log = log;
        this.producers =
                new DefaultKafkaProducerFactory<>(template.getProducerFactory().getConfigurationProperties());
        // With a prefix of its own per process, no instance can fence another's transactions.
        producers.setTransactionIdPrefix("dateline-workbench-" + UUID.randomUUID() + "-");
        this.kafka = new KafkaTemplate<>(producers);
    }

    /**
     * Who wants something done, and why.
     *
     * @param by as they call themselves
     */
    record Request(String by, @Nullable String why) {}

    /**
     * What came of it for one letter.
     *
     * @param outcome where it went, or why it stays
     */
    record Result(String origin, boolean done, String outcome) {}

    /** Sends letters again, as far as that can be done; says for each what came of it. */
    List<Result> retry(List<OpenLetter> letters, Request request) {
        return withHand(letters, free -> {
            List<Result> refused = new ArrayList<>();
            Map<OpenLetter, ProducerRecord<byte[], byte[]>> again = new LinkedHashMap<>();
            List<OpenLetter> enrich = new ArrayList<>();
            Map<RecordPlace, ConsumerRecord<byte[], byte[]>> rows = log.readAll(free.stream()
                    .filter(Workbench::goesBack)
                    .map(OpenLetter::place)
                    .toList());
            for (OpenLetter letter : free) {
                try {
                    refuseTakenDown(letter.articles());
                    if (goesBack(letter)) {
                        again.put(letter, sentAgain(letter, rows.get(letter.place())));
                    } else {
                        enrich.add(enrichable(letter));
                    }
                } catch (LetterProblem e) {
                    refused.add(new Result(letter.origin().toString(), false, String.valueOf(e.getMessage())));
                }
            }
            List<Result> results = new ArrayList<>(refused);
            if (!again.isEmpty() || !enrich.isEmpty()) {
                results.addAll(handOver(again, enrich, request));
            }
            return results;
        });
    }

    private List<Result> handOver(
            Map<OpenLetter, ProducerRecord<byte[], byte[]>> again, List<OpenLetter> enrich, Request request) {
        Map<OpenLetter, String> outcomes = new LinkedHashMap<>();
        return commit(request, Action.RETRIED, outcomes, transaction -> {
            again.forEach((letter, row) -> outcomes.put(letter, "sent to " + send(transaction, row)));
            if (!enrich.isEmpty()) {
                ReplayOrder order = order(enrich, request);
                send(
                        transaction,
                        new ProducerRecord<>(
                                Topic.REPLAYS.topicName(), order.id().getBytes(UTF_8), json.write(order)));
                enrich.forEach(letter -> outcomes.put(letter, "to be enriched anew by order " + order.id()));
            }
        });
    }

    private ReplayOrder order(List<OpenLetter> letters, Request request) {
        List<String> articles = letters.stream()
                .map(OpenLetter::key)
                .distinct()
                .map(String::valueOf)
                .toList();
        String reason = "dead letters retried by " + request.by() + (request.why() == null ? "" : ": " + request.why());
        return new ReplayOrder(
                "dead-letters-" + UUID.randomUUID(),
                ReplayOrder.Selection.ofArticles(articles),
                false,
                reason,
                clock.instant());
    }

    /** Sends the repaired record to {@code news.incoming} in place of the letter. */
    Result edit(OpenLetter letter, byte[] payload, Request request) {
        if (letter.origin().topic().equals(Topic.DELIVERIES.topicName())) {
            throw LetterProblem.conflict(
                    "a delivery can not be edited: change the saved search, then retry or discard");
        }
        Incoming incoming = repair.of(letter.origin().topic(), payload, request.by(), request.why(), clock.instant());
        refuseTakenDown(List.of(incoming.id()));
        return withHand(List.of(letter), free -> {
                    Map<OpenLetter, String> outcomes = new LinkedHashMap<>();
                    return commit(request, Action.EDITED, outcomes, transaction -> {
                        ProducerRecord<byte[], byte[]> row = new ProducerRecord<>(
                                Topic.INCOMING.topicName(), Repair.key(incoming), json.write(incoming));
                        header(row, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
                        header(row, Headers.DEAD_ATTEMPT, Integer.toString(letter.attempt()));
                        outcomes.put(letter, "sent to " + send(transaction, row));
                    });
                })
                .getFirst();
    }

    /** Resolves letters without sending anything. */
    List<Result> discard(List<OpenLetter> letters, Request request) {
        return resolve(letters, request, Action.DISCARDED, "discarded");
    }

    /** Resolves letters whose article was taken down, so that the log forgets the article's bytes there, too. */
    List<Result> takeDown(List<OpenLetter> letters) {
        return resolve(letters, new Request("dateline", "the article was taken down"), Action.TAKEN_DOWN, "removed");
    }

    private List<Result> resolve(List<OpenLetter> letters, Request request, Action action, String outcome) {
        return withHand(letters, free -> {
            Map<OpenLetter, String> outcomes = new LinkedHashMap<>();
            free.forEach(letter -> outcomes.put(letter, outcome));
            return commit(request, action, outcomes, transaction -> {});
        });
    }

    /** Work within a transaction. */
    private interface Work {
        void on(KafkaOperations<byte[], byte[]> transaction);
    }

    private List<Result> commit(Request request, Action action, Map<OpenLetter, String> outcomes, Work work) {
        Map<OpenLetter, AuditEntry> entries = new LinkedHashMap<>();
        kafka.executeInTransaction(transaction -> {
            work.on(transaction);
            outcomes.forEach((letter, outcome) -> {
                // Usually the same; not so for a letter that another program wrote.
                for (String key : new LinkedHashSet<>(
                        List.of(letter.letterKey(), letter.origin().toString()))) {
                    transaction.send(tombstone(letter.place().topic(), key));
                }
                AuditEntry entry = entry(letter, request, action, outcome);
                transaction.send(new ProducerRecord<>(
                        Topic.DEAD_AUDIT.topicName(), letter.origin().toString().getBytes(UTF_8), json.write(entry)));
                entries.put(letter, entry);
            });
            return true;
        });
        entries.forEach(view::resolved);
        return outcomes.entrySet().stream()
                .map(each -> new Result(each.getKey().origin().toString(), true, each.getValue()))
                .toList();
    }

    private AuditEntry entry(OpenLetter letter, Request request, Action action, String outcome) {
        boolean takedown = action == Action.TAKEN_DOWN;
        Instant now = clock.instant();
        return new AuditEntry(
                takedown ? "takedown-" + letter.origin() : UUID.randomUUID().toString(),
                now,
                request.by(),
                action,
                letter.origin().toString(),
                letter.articles(),
                letter.cause().reason(),
                takedown ? null : letter.message(),
                letter.attempt(),
                request.why(),
                outcome);
    }

    /** One letter at a time: who comes second finds it in another's hand, or resolved. */
    private List<Result> withHand(List<OpenLetter> letters, Function<List<OpenLetter>, List<Result>> work) {
        List<Result> busy = new ArrayList<>();
        List<OpenLetter> free = new ArrayList<>();
        for (OpenLetter letter : letters) {
            String origin = letter.origin().toString();
            if (!inHand.add(origin)) {
                busy.add(new Result(origin, false, "is being dealt with just now"));
            } else if (view.find(origin).isEmpty()) {
                inHand.remove(origin);
                busy.add(new Result(origin, false, "is resolved already"));
            } else {
                free.add(letter);
            }
        }
        try {
            List<Result> results = new ArrayList<>(busy);
            if (!free.isEmpty()) {
                results.addAll(work.apply(free));
            }
            return results;
        } finally {
            free.forEach(letter -> inHand.remove(letter.origin().toString()));
        }
    }

    private void refuseTakenDown(List<String> articles) {
        for (String article : articles) {
            view.takedown(article).ifPresent(takedown -> {
                throw LetterProblem.conflict(
                        "article " + article + " was taken down at " + takedown.at() + ": it can not come back");
            });
        }
    }

    /** Whether its record may be read once more where it lay; nothing newer can be displaced by it there. */
    private static boolean goesBack(OpenLetter letter) {
        String topic = letter.origin().topic();
        return topic.equals(Topic.INCOMING.topicName()) || topic.equals(Topic.DELIVERIES.topicName());
    }

    private static ProducerRecord<byte[], byte[]> sentAgain(
            OpenLetter letter, @Nullable ConsumerRecord<byte[], byte[]> row) {
        if (row == null) {
            throw LetterProblem.conflict("the letter's bytes are gone: another instance has just resolved it");
        }
        byte[] key = letter.key() == null ? null : letter.key().getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(letter.origin().topic(), key, row.value());
        row.headers().forEach(header -> {
            if (!header.key().startsWith("dateline-dead-")) {
                again.headers().add(header);
            }
        });
        header(again, Headers.DEAD_ATTEMPT, Integer.toString(letter.attempt()));
        return again;
    }

    private static OpenLetter enrichable(OpenLetter letter) {
        String topic = letter.origin().topic();
        if (!topic.equals(Topic.RAW.topicName()) && !topic.equals(Topic.ENRICHED.topicName())) {
            throw LetterProblem.conflict("nobody knows how to send a record of " + topic + " again");
        }
        if (letter.key() == null || !ArticleId.isValid(letter.key())) {
            throw LetterProblem.conflict(
                    "its key is no article id, so there is nothing to enrich anew: edit or discard it");
        }
        return letter;
    }

    private static RecordPlace send(KafkaOperations<byte[], byte[]> transaction, ProducerRecord<byte[], byte[]> row) {
        try {
            RecordMetadata sent = transaction.send(row).join().getRecordMetadata();
            return new RecordPlace(sent.topic(), sent.partition(), sent.offset());
        } catch (CompletionException e) {
            throw new KafkaException("not stored in " + row.topic(), e.getCause());
        }
    }

    @SuppressWarnings("NullAway") // A tombstone's value is null by definition.
    private static ProducerRecord<byte[], byte[]> tombstone(String topic, String key) {
        return new ProducerRecord<>(topic, key.getBytes(UTF_8), null);
    }

    private static void header(ProducerRecord<byte[], byte[]> row, String name, String value) {
        row.headers().remove(name).add(name, value.getBytes(UTF_8));
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
