package dateline.query.rebuild;

import dateline.query.index.FreshnessWindow;
import dateline.query.index.IndexSettings;
import dateline.query.index.SideWriter;
import dateline.query.index.StoreUnavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Builds indexes anew. What is to be done stands in Elasticsearch, with the indexes; every instance looks there and does
 * its part, so that none has to be told and any may die. Decisions about an index are the owner's of its group's first
 * partition.
 */
@Component
class Rebuilds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final Indexes indexes;
    private final LogOffsets log;
    private final SideWriter writer;
    private final Verifier verifier;
    private final IndexSettings settings;
    private final FreshnessWindow freshness;
    private final RebuildProperties properties;
    private final Map<String, Object> consumerSettings;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private final Map<String, AtomicBoolean> verifying = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private volatile boolean running;

    Rebuilds(
            Indexes indexes,
            LogOffsets log,
            SideWriter writer,
            Verifier verifier,
            IndexSettings settings,
            FreshnessWindow freshness,
            RebuildProperties properties,
            ConsumerFactory<byte[], byte[]> consumers) {
        this.indexes = indexes;
        this.log = log;
        this.writer = writer;
        this.verifier = verifier;
        this.settings = settings;
        this.freshness = freshness;
        this.properties = properties;
        this.consumerSettings = Map.copyOf(consumers.getConfigurationProperties());
    }

    /** It can not be done as things stand. */
    static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow(String message) {
            super(message);
        }
    }

    /** There is no such index. */
    static final class NoSuchRebuild extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchRebuild(String id) {
            super("There is no rebuild " + (id.length() > 64 ? id.substring(0, 64) : id) + ".");
        }
    }

    /**
     * Begins a new index beside the live one.
     *
     * @throws NotNow if one is being built already
     */
    BuiltIndex begin(String reason) {
        List<BuiltIndex> all = indexes.all();
        BuiltIndex live = live(all);
        for (BuiltIndex other : all) {
            if (other.isFollowed()) {
                throw new NotNow(
                        other.live()
                                ? other.name() + " has just been put behind the alias; wait a moment."
                                : other.history() != null && other.history().state() != BuiltIndex.State.SETTLED
                                        ? other.name() + " is there already; switch to it or cancel it first."
                                        : other.name() + " is still kept to back out to; drop it first.");
            }
        }
        BuiltIndex.History history = new BuiltIndex.History(
                UUID.randomUUID().toString().substring(0, 8),
                live.name(),
                reason,
                clock.instant(),
                BuiltIndex.State.BUILDING,
                null,
                null,
                null,
                Map.of());
        BuiltIndex made = new BuiltIndex(indexes.next(all), false, history);
        if (!indexes.create(made, history)) {
            throw new NotNow(made.name() + " has just been begun by somebody else.");
        }
        LOG.info("Index {} is built from the log beside {}", made.name(), live.name());
        return made;
    }

    /**
     * Puts an index behind the alias. The one that was there is kept current from now on, so that this can be undone by
     * the same way.
     *
     * @throws NotNow if the index is not verified, or not caught up
     */
    BuiltIndex switchTo(BuiltIndex target) {
        BuiltIndex live = live(indexes.all());
        if (target.live()) {
            throw new NotNow(target.name() + " is behind the alias already.");
        }
        BuiltIndex.History history = target.history();
        if (history != null
                && history.state() != BuiltIndex.State.READY
                && history.state() != BuiltIndex.State.SETTLED) {
            throw new NotNow(target.name() + " is not verified: it is " + history.state() + ".");
        }
        long lag = lag(target);
        if (lag > properties.lag()) {
            throw new NotNow(target.name() + " is " + lag + " records behind the log; wait until it has caught up.");
        }
        // From here on the former index is written by readers of its own. Their places are noted before the switch:
        // what
        // is written to both meanwhile is written twice, under the same version.
        String group = live.group(settings.group());
        if (log.isEmpty(group)) {
            log.set(group, log.read(settings.group()));
        }
        indexes.allowSideWrites(live);
        indexes.note(target.name(), historyFor(target, live).switching(clock.instant()));
        indexes.refresh(target.name());
        indexes.swap(live, target);
        LOG.info("{} is behind the alias now; {} is kept current until it is dropped", target.name(), live.name());
        return target;
    }

    /** The very first index has no history until it is gone back to. */
    private BuiltIndex.History historyFor(BuiltIndex index, BuiltIndex live) {
        BuiltIndex.History history = index.history();
        return history != null
                ? history
                : new BuiltIndex.History(
                        "", live.name(), "", clock.instant(), BuiltIndex.State.READY, null, null, null, Map.of());
    }

    /**
     * Removes an index that is not behind the alias.
     *
     * @throws NotNow if it is
     */
    void drop(BuiltIndex index) {
        if (index.live()) {
            throw new NotNow(index.name() + " is behind the alias; switch to another first.");
        }
        indexes.drop(index.name());
        LOG.info("Index {} is removed", index.name());
    }

    /** Compares it with the log once more. */
    void verifyAgain(BuiltIndex index) {
        BuiltIndex.History history = index.history();
        if (history == null || history.state() == BuiltIndex.State.BUILDING) {
            throw new NotNow(index.name() + " is not full yet.");
        }
        if (index.live()) {
            throw new NotNow(index.name() + " is behind the alias.");
        }
        indexes.note(index.name(), history.caughtUp(clock.instant()));
    }

    /** Records of the log that the index's readers have not written yet. */
    long lag(BuiltIndex index) {
        Map<Integer, Long> read = log.read(index.group(settings.group()));
        Map<Integer, Long> beginnings = log.beginnings();
        return log.ends().entrySet().stream()
                .mapToLong(end -> Math.max(
                        0, end.getValue() - read.getOrDefault(end.getKey(), beginnings.getOrDefault(end.getKey(), 0L))))
                .sum();
    }

    private static BuiltIndex live(List<BuiltIndex> all) {
        return all.stream()
                .filter(BuiltIndex::live)
                .findFirst()
                .orElseThrow(() -> new NotNow("There is no index behind the alias."));
    }

    private void look() {
        List<BuiltIndex> all = indexes.all();
        Map<String, BuiltIndex> wanted = new HashMap<>();
        all.stream().filter(BuiltIndex::isFollowed).forEach(index -> wanted.put(index.group(settings.group()), index));
        for (String group : List.copyOf(followers.keySet())) {
            if (!wanted.containsKey(group)) {
                close(group);
            }
        }
        wanted.forEach((group, index) -> followers.computeIfAbsent(
                group, name -> new Follower(index, name, writer, consumerSettings, freshness, properties)));
        for (BuiltIndex index : wanted.values()) {
            Follower follower = followers.get(index.group(settings.group()));
            if (follower != null && follower.leads() && index.history() != null) {
                decide(index, index.history());
            }
        }
    }

    private void close(String group) {
        Follower follower = followers.remove(group);
        if (follower != null) {
            follower.close();
        }
    }

    private void decide(BuiltIndex index, BuiltIndex.History history) {
        if (index.live()) {
            settle(index, history);
            return;
        }
        switch (history.state()) {
            case BUILDING -> {
                if (lag(index) <= properties.lag()) {
                    indexes.open(index.name());
                    indexes.note(index.name(), history.caughtUp(clock.instant()));
                    LOG.info("Index {} has caught up with the log", index.name());
                }
            }
            case VERIFYING -> verifyOnce(index, history);
            case READY, FAILED, SETTLED -> {
                // Kept current, that is all.
            }
        }
    }

    /**
     * Up to the log's end at the switch, or what came before it, the live listener may have written to the former index.
     * So the index's own readers go on up to there.
     */
    private void settle(BuiltIndex index, BuiltIndex.History history) {
        if (history.settleAt().isEmpty()) {
            indexes.note(index.name(), history.settling(log.ends()));
            return;
        }
        Map<Integer, Long> read = log.read(index.group(settings.group()));
        boolean settled = history.settleAt().entrySet().stream()
                .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
        if (settled) {
            indexes.note(index.name(), history.settled());
            LOG.info("Index {} holds all that was written before the switch", index.name());
        }
    }

    private void verifyOnce(BuiltIndex index, BuiltIndex.History history) {
        AtomicBoolean busy = verifying.computeIfAbsent(history.token(), token -> new AtomicBoolean());
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("verify-" + index.name()).start(() -> {
            try {
                // What was read before the last verification ended would order another, and its result would pass for
                // that of an order that came meanwhile.
                indexes.find(index.name())
                        .map(BuiltIndex::history)
                        .filter(now -> now.token().equals(history.token()))
                        .filter(now -> now.state() == BuiltIndex.State.VERIFYING)
                        .ifPresent(now -> verify(index, now));
            } catch (StoreUnavailable | KafkaException | Verifier.CanNotSay e) {
                LOG.warn("{} could not be verified and will be tried again: {}", index.name(), e.getMessage());
            } finally {
                busy.set(false);
            }
        });
    }

    private void verify(BuiltIndex index, BuiltIndex.History history) {
        Verification found = verifier.verify(index, () -> running);
        indexes.note(index.name(), history.verified(found));
        LOG.info("Index {} {} the log: {}", index.name(), found.same() ? "is as" : "DIFFERS from", found);
    }

    private void run() {
        while (running) {
            try {
                look();
            } catch (StoreUnavailable | KafkaException e) {
                LOG.debug("Looked in vain for indexes to build: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("Looking for indexes to build failed", e);
            }
            try {
                Thread.sleep(properties.look());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("rebuilds").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        new ArrayList<>(followers.keySet()).forEach(this::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
