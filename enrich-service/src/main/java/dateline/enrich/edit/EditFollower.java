package dateline.enrich.edit;

import dateline.contract.ContractJson;
import dateline.contract.UnreadableRecord;
import dateline.enrich.knowledge.CurrentKnowledge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Reads {@code news.entities} from its beginning and puts each new edition of the knowledge base in place. Edits that
 * come in together make one edition. Articles wait until those made before the start are in.
 */
@Component
class EditFollower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EditFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);

    /** What was read of the log: the edits, and for each the offset behind which it lies. */
    private record View(List<AuditedEdit> edits, List<Long> offsets) {
        Optional<AuditedEdit> at(long offset) {
            int index = offsets.indexOf(offset);
            return index < 0 ? Optional.empty() : Optional.of(edits.get(index));
        }
    }

    private final EntityTopic topic;
    private final KafkaAdmin admin;
    private final CurrentKnowledge knowledge;
    private final ContractJson json = new ContractJson();
    private View view = new View(List.of(), List.of());
    private boolean complete;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<String, byte[]> reader;
    private volatile @Nullable Thread thread;

    EditFollower(EntityTopic topic, KafkaAdmin admin, CurrentKnowledge knowledge) {
        this.topic = topic;
        this.admin = admin;
        this.knowledge = knowledge;
        // From here on: the listener that brings articles may start before this does.
        knowledge.hold();
    }

    /** All edits that are in this instance's knowledge base or were refused, in their order. */
    synchronized List<AuditedEdit> edits() {
        return view.edits();
    }

    /** What the edit would come to if it were next. */
    AuditedEdit rehearse(EditRecord record) {
        EditHistory history = new EditHistory(knowledge.files());
        for (AuditedEdit edit : edits()) {
            history.repeat(edit);
        }
        return history.append(record);
    }

    /** What became of the record at that offset, once it is in effect here; empty if that takes too long. */
    synchronized Optional<AuditedEdit> await(long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (view.at(offset).isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return view.at(offset);
    }

    /** Waits until all that was in the log at the start is in; returns whether it is. */
    synchronized boolean awaitComplete(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!complete) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void loop() {
        while (!stopping) {
            try (Consumer<String, byte[]> consumer = topic.reader()) {
                reader = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                log.debug("Woken to stop");
            } catch (KafkaException | IllegalStateException e) {
                log.error("Edits of the knowledge base cannot be read, trying again: {}", e.toString());
                rest();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        int partitions = consumer.partitionsFor(EntityTopic.PARTITION.topic()).size();
        if (partitions == 0) {
            // The broker was not there when the service started.
            admin.initialize();
            rest();
            return;
        }
        if (partitions > 1) {
            throw new IllegalStateException(EntityTopic.PARTITION.topic() + " has " + partitions
                    + " partitions; it must have one, because edits follow each other");
        }
        List<TopicPartition> all = List.of(EntityTopic.PARTITION);
        consumer.assign(all);
        consumer.seekToBeginning(all);
        long end = consumer.endOffsets(all).getOrDefault(EntityTopic.PARTITION, 0L);
        EditHistory history = new EditHistory(knowledge.files());
        List<Long> offsets = new ArrayList<>();
        boolean caughtUp = false;
        while (!stopping) {
            int before = history.lastChange();
            int read = offsets.size();
            for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL)) {
                if (row.value() != null) {
                    append(history, row.value());
                    offsets.add(row.offset());
                }
            }
            boolean first = !caughtUp;
            caughtUp |= consumer.position(EntityTopic.PARTITION) >= end;
            if (caughtUp && (first || offsets.size() > read)) {
                publish(history, offsets, first || history.lastChange() > before);
            }
        }
    }

    private void append(EditHistory history, byte[] value) {
        try {
            history.append(json.read(value, EditRecord.class));
        } catch (UnreadableRecord e) {
            log.error("Edit {} cannot be read: {}", history.edits().size() + 1, e.getMessage());
            history.appendUnreadable("unreadable: " + e.getMessage());
        }
    }

    private void publish(EditHistory history, List<Long> offsets, boolean changed) {
        if (changed && knowledge.edition().edit() != history.lastChange()) {
            knowledge.replace(new CurrentKnowledge.Edition(history.knowledge(), history.lastChange()));
            log.info("The knowledge base is as of edit {}", history.lastChange());
        }
        synchronized (this) {
            view = new View(history.edits(), List.copyOf(offsets));
            complete = true;
            notifyAll();
        }
        knowledge.release();
    }

    private void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("entity-edits").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        stopping = true;
        Consumer<String, byte[]> consumer = reader;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
