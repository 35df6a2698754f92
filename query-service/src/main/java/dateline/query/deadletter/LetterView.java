package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleId;
import dateline.contract.ContractJson;
import dateline.contract.OutletBlock;
import dateline.contract.Takedown;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The open letters, the newest of the audit trail, and what was taken down: a view of their topics that every instance
 * keeps whole, read from the log at the start and followed from then on.
 */
@Component
public final class LetterView implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LetterView.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);
    private static final List<Topic> TOPICS = Stream.concat(
                    LetterLog.LETTERS.stream(), Stream.of(Topic.DEAD_AUDIT, Topic.TAKEDOWNS))
            .toList();

    private final LetterLog log;
    private final DeadLetterSettings settings;
    private final ContractJson json = new ContractJson();
    private final Map<String, OpenLetter> letters = new LinkedHashMap<>();
    private final Map<String, Takedown> takedowns = new HashMap<>();
    private final Map<String, OutletBlock> blocks = new HashMap<>();
    private final Deque<AuditEntry> audit = new ArrayDeque<>();
    private final Set<String> auditIds = new HashSet<>();
    private long leftOut;
    private long changes;
    private boolean complete;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<byte[], byte[]> reader;
    private volatile @Nullable Thread thread;

    LetterView(LetterLog log, DeadLetterSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    /** The open letters that are meant, the newest first. */
    public synchronized List<OpenLetter> find(Predicate<OpenLetter> wanted) {
        List<OpenLetter> found =
                new ArrayList<>(letters.values().stream().filter(wanted).toList());
        found.sort((a, b) -> b.at().compareTo(a.at()));
        return found;
    }

    /** All open letters, in no order. */
    public synchronized List<OpenLetter> all() {
        return List.copyOf(letters.values());
    }

    synchronized Optional<OpenLetter> find(String origin) {
        return Optional.ofNullable(letters.get(origin));
    }

    /** What was done to the letters that are meant, as far as it is in view, the newest first. */
    public synchronized List<AuditEntry> audit(Predicate<AuditEntry> wanted) {
        return audit.stream().filter(wanted).toList();
    }

    /** The order that took an article down, if there is one. */
    public synchronized Optional<Takedown> takedown(String article) {
        return Optional.ofNullable(takedowns.get(article));
    }

    /** The order that keeps an outlet out, if there is one. */
    public synchronized Optional<OutletBlock> block(String outlet) {
        return Optional.ofNullable(blocks.get(OutletBlock.KEY_PREFIX + outlet));
    }

    /** Whether all was read that was there when the service started, or the broker was last lost. */
    public synchronized boolean isComplete() {
        return complete;
    }

    /** How many letters were too many for this view since it was begun. */
    synchronized long leftOut() {
        return leftOut;
    }

    /** Grows with each record that the view read. */
    synchronized long changes() {
        return changes;
    }

    /** Waits until {@link #isComplete}, or until patience ends. */
    synchronized void awaitComplete(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); !complete && left > 0; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }

    /** Does at once what the log will say soon: the letter is resolved. */
    synchronized void resolved(OpenLetter letter, AuditEntry entry) {
        letters.remove(letter.origin().toString());
        add(entry);
    }

    private synchronized void read(ConsumerRecord<byte[], byte[]> row) {
        changes++;
        try {
            if (row.topic().equals(Topic.DEAD_AUDIT.topicName())) {
                add(json.read(Objects.requireNonNullElse(row.value(), new byte[0]), AuditEntry.class));
            } else if (row.topic().equals(Topic.TAKEDOWNS.topicName())) {
                takenDown(row.key() == null ? "" : new String(row.key(), UTF_8), row.value());
            } else if (row.value() == null) {
                letters.remove(row.key() == null ? "" : new String(row.key(), UTF_8));
            } else {
                OpenLetter letter = OpenLetter.of(row);
                letters.put(letter.origin().toString(), letter);
                if (letters.size() > settings.maxLetters()) {
                    letters.remove(letters.keySet().iterator().next());
                    leftOut++;
                }
            }
        } catch (UnreadableRecord e) {
            LOG.error("{}-{}@{} can not be read: {}", row.topic(), row.partition(), row.offset(), e.getMessage());
        }
    }

    private void takenDown(String key, byte @Nullable [] value) {
        if (ArticleId.isValid(key) && value != null) {
            takedowns.put(key, json.read(value, Takedown.class));
        } else if (key.startsWith(OutletBlock.KEY_PREFIX)) {
            if (value == null) {
                blocks.remove(key);
            } else {
                blocks.put(key, json.read(value, OutletBlock.class));
            }
        }
    }

    private void add(AuditEntry entry) {
        if (auditIds.add(entry.id())) {
            audit.addFirst(entry);
            if (audit.size() > settings.maxAudit()) {
                auditIds.remove(audit.removeLast().id());
            }
        }
    }

    private void loop() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = log.reader()) {
                reader = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                LOG.debug("Woken to stop");
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("The view of the dead letters is interrupted, trying again: {}", e.toString());
                forget();
                pause();
            }
        }
    }

    /** What was resolved meanwhile must not stay. */
    private synchronized void forget() {
        letters.clear();
        leftOut = 0;
        complete = false;
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> assigned = new HashSet<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        Instant looked = Instant.EPOCH;
        while (!stopping) {
            if (looked.plus(LOOK_FOR_PARTITIONS).isBefore(Instant.now())) {
                assignNew(consumer, assigned, ends);
                looked = Instant.now();
            }
            if (assigned.isEmpty()) {
                pause();
                continue;
            }
            consumer.poll(POLL).forEach(this::read);
            boolean caughtUp =
                    ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            if (caughtUp && !isComplete()) {
                complete();
            }
        }
    }

    /** The topics are made by the service that writes them, which may start later than this one. */
    private static void assignNew(
            Consumer<byte[], byte[]> consumer, Set<TopicPartition> assigned, Map<TopicPartition, Long> ends) {
        Set<TopicPartition> found = new HashSet<>();
        for (Topic topic : TOPICS) {
            consumer.partitionsFor(topic.topicName())
                    .forEach(info -> found.add(new TopicPartition(info.topic(), info.partition())));
        }
        found.removeAll(assigned);
        if (!found.isEmpty()) {
            assigned.addAll(found);
            consumer.assign(assigned);
            consumer.seekToBeginning(found);
            ends.putAll(consumer.endOffsets(found));
        }
    }

    private synchronized void complete() {
        complete = true;
        notifyAll();
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("dead-letters-view").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        stopping = true;
        Consumer<byte[], byte[]> consumer = reader;
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
