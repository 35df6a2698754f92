package dateline.enrich.replay;

import dateline.contract.ContractJson;
import dateline.contract.ReplayChanges;
import dateline.contract.ReplayOrder;
import dateline.contract.ReplayProgress;
import dateline.contract.Topic;
import dateline.enrich.listen.RawArticleListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * The replaying half of a live consumer: between two polls it writes what a {@link ReplayRun} has ready, in a
 * transaction that also commits the live position under the consumer's own group generation, so that a former owner is
 * fenced. Belongs to the consumer's thread; one order in one partition at a time.
 */
final class ReplayTurn {
    private static final Logger log = LoggerFactory.getLogger(ReplayTurn.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration POSITION = Duration.ofMillis(500);

    private final KafkaOperations<String, byte[]> kafka;
    private final RawArticleListener writer;
    private final ReplayRun.Sources sources;
    private final ContractJson json = new ContractJson();
    private final Map<TopicPartition, NewestOffsets> raw = new HashMap<>();
    private final Map<TopicPartition, NewestOffsets> enriched = new HashMap<>();

    /** Keys read live since the run began: whatever the run has of them is old. */
    private final Set<String> readLive = new HashSet<>();

    private @Nullable ReplayRun run;
    private @Nullable ReplayRun ended;
    private @Nullable ReplayProgress progress;
    private ChangeTally tally = new ChangeTally();
    private String generation = "";

    /** Whether all that former owners wrote is known; what this one writes, the board is told at once. */
    private boolean boardRead;

    private long lastWrite;
    private long lastLook;
    private long notBefore = System.nanoTime();

    /** What of an order's articles became what, in one transaction. */
    private static final class Counts {
        long written;
        long superseded;
        long unselected;
        long unreadable;
    }

    ReplayTurn(KafkaOperations<String, byte[]> kafka, RawArticleListener writer, ReplayRun.Sources sources) {
        this.kafka = kafka;
        this.writer = writer;
        this.sources = sources;
    }

    /** Does a little work, if there is any, and says whether there is more. Never fails: the live articles come first. */
    boolean take(Consumer<?, ?> consumer) {
        // Paused, it polls to stay in its group while a batch is in work (PatientConsumer). Its position is already
        // behind
        // that batch, and must not be committed before the batch is.
        if (System.nanoTime() < notBefore || !consumer.paused().isEmpty()) {
            return false;
        }
        try {
            Set<TopicPartition> owned = consumer.assignment().stream()
                    .filter(partition -> partition.topic().equals(Topic.RAW.topicName()))
                    .collect(Collectors.toSet());
            raw.keySet().retainAll(owned);
            enriched.keySet().retainAll(owned);
            choose(consumer, owned);
            if (run == null) {
                return false;
            }
            work(consumer, run);
            // Also after its end: there may be another partition to do.
            return true;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn(
                    "A replay stopped and goes on in {}: {}",
                    sources.properties().retry(),
                    e.toString());
            log.debug("Why a replay stopped", e);
            stop();
            boardRead = false;
            notBefore = System.nanoTime() + sources.properties().retry().toNanos();
            return false;
        }
    }

    /** Learns what the live listener is about to get. */
    void note(ConsumerRecords<?, ?> records) {
        if (!records.isEmpty()) {
            sources.live().came();
        }
        if (run != null) {
            records.records(run.partition()).forEach(row -> readLive.add(String.valueOf(row.key())));
        }
    }

    private void choose(Consumer<?, ?> consumer, Set<TopicPartition> owned) {
        // After a rebalance somebody else may have read live records that this consumer never saw.
        if (run != null && (!owned.contains(run.partition()) || !generation.equals(generation(consumer)))) {
            stop();
        }
        long now = System.nanoTime();
        if (now - lastLook < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        lastLook = now;
        Optional<Choice> best = owned.stream()
                .flatMap(partition ->
                        sources.board().next(partition.partition()).map(order -> new Choice(order, partition)).stream())
                .min(Comparator.comparing(Choice::order, ReplayBoard.RANK)
                        .thenComparing(choice -> choice.partition().partition()));
        if (run != null) {
            String current = run.order().id();
            if (best.isPresent() && best.get().order().id().equals(current)) {
                return;
            }
            stop();
        }
        if (best.isPresent()) {
            begin(best.get(), consumer);
        }
    }

    private record Choice(ReplayOrder order, TopicPartition partition) {}

    private void begin(Choice choice, Consumer<?, ?> consumer) {
        long position = consumer.position(choice.partition(), POSITION);
        boardRead &= generation.equals(generation(consumer));
        generation = generation(consumer);
        readLive.clear();
        progress = null;
        tally = new ChangeTally();
        NewestOffsets known = raw.computeIfAbsent(choice.partition(), partition -> new NewestOffsets());
        NewestOffsets knownEnriched = choice.order().dryRun()
                ? enriched.computeIfAbsent(choice.partition(), partition -> new NewestOffsets())
                : null;
        run = new ReplayRun(
                choice.order(), choice.partition(), position, boardRead, known, knownEnriched, ended, sources);
        ended = null;
        lastWrite = System.nanoTime();
    }

    private void stop() {
        if (run != null) {
            run.close();
            ended = run;
            run = null;
        }
        // The next one need not wait for its turn to look.
        lastLook = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    }

    private void work(Consumer<?, ?> consumer, ReplayRun current) {
        // Looked at before each write: whoever was told that an order is called off sees nothing more of it.
        if (sources.board().isCancelled(current.order())) {
            stop();
            return;
        }
        boolean exhausted = current.isExhausted();
        ReplayProgress from = progress == null ? current.start() : progress;
        ReplayProperties properties = sources.properties();
        int most = sources.live().isRecent() ? properties.batchBesideLive() : properties.batch();
        boolean due = exhausted
                || current.waiting() >= most
                || System.nanoTime() - lastWrite >= properties.every().toNanos();
        if (from == null || !due) {
            return;
        }
        boardRead = true;
        if (!exhausted && !current.order().dryRun() && !sources.readers().isLow()) {
            return;
        }
        List<Outcome> outcomes = current.take(most);
        if (outcomes.isEmpty() && !exhausted) {
            return;
        }
        ReplayProgress to = write(consumer, current, from, outcomes, exhausted && current.isExhausted());
        sources.board().note(to);
        if (to.written() > from.written()) {
            sources.readers().wrote();
        }
        progress = to;
        lastWrite = System.nanoTime();
        if (to.state() == ReplayProgress.State.FINISHED) {
            log.info(
                    "Replay {} has done partition {}: {} of {} articles {}",
                    to.order(),
                    to.partition(),
                    to.written(),
                    to.total(),
                    current.order().dryRun() ? "compared" : "written");
            stop();
        }
    }

    private ReplayProgress write(
            Consumer<?, ?> consumer, ReplayRun current, ReplayProgress from, List<Outcome> outcomes, boolean finished) {
        TopicPartition partition = current.partition();
        var position = new OffsetAndMetadata(consumer.position(partition, POSITION));
        ReplayProgress written = kafka.executeInTransaction(transaction -> {
            Counts counts = new Counts();
            outcomes.forEach(outcome -> apply(outcome, current.order(), counts));
            ReplayProgress to = after(from, outcomes, counts, finished, current.order());
            transaction.send(new ProducerRecord<>(Topic.REPLAY_PROGRESS.topicName(), to.key(), json.write(to)));
            transaction.sendOffsetsToTransaction(Map.of(partition, position), consumer.groupMetadata());
            return to;
        });
        return Objects.requireNonNull(written);
    }

    private void apply(Outcome outcome, ReplayOrder order, Counts counts) {
        if (readLive.contains(outcome.row().key())) {
            counts.superseded++;
            return;
        }
        switch (outcome) {
            case Outcome.Enriched made -> {
                writer.resend(made.row(), made.value(), order.id());
                counts.written++;
            }
            case Outcome.Compared compared -> {
                tally.add(compared.before(), compared.after());
                counts.written++;
            }
            case Outcome.Unselected unselected -> counts.unselected++;
            case Outcome.Unreadable unreadable -> {
                if (!order.dryRun()) {
                    writer.bury(unreadable.row(), unreadable.failure());
                }
                counts.unreadable++;
            }
        }
    }

    private ReplayProgress after(
            ReplayProgress from, List<Outcome> outcomes, Counts counts, boolean finished, ReplayOrder order) {
        ReplayChanges changes = order.dryRun() ? tally.changes() : null;
        long next = outcomes.isEmpty() ? from.next() : outcomes.getLast().row().offset() + 1;
        return new ReplayProgress(
                from.order(),
                from.partition(),
                finished ? ReplayProgress.State.FINISHED : ReplayProgress.State.RUNNING,
                finished ? from.end() : next,
                from.end(),
                from.total(),
                from.done() + outcomes.size(),
                from.written() + counts.written,
                from.superseded() + counts.superseded,
                from.unselected() + counts.unselected,
                from.unreadable() + counts.unreadable,
                from.startedAt(),
                sources.clock().instant(),
                changes);
    }

    private static String generation(Consumer<?, ?> consumer) {
        ConsumerGroupMetadata group = consumer.groupMetadata();
        return group.memberId() + "@" + group.generationId();
    }
}
