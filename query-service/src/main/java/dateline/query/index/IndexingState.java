package dateline.query.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/**
 * Whether articles are being stored or waiting, and for what; logs each change once. Only articles of partitions that
 * this instance has can wait here: with a partition goes the waiting, for whoever has it now to try.
 */
@Component
final class IndexingState implements ConsumerAwareRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(IndexingState.class);

    /** Articles are waiting. */
    record Waiting(Instant since, String why) {}

    private final Clock clock = Clock.systemUTC();
    private final Set<TopicPartition> stuck = new HashSet<>();
    private @Nullable Waiting current;

    /** Articles of these partitions wait; nothing if there are none. */
    synchronized void waiting(Collection<TopicPartition> partitions, String why) {
        if (partitions.isEmpty()) {
            return;
        }
        stuck.addAll(partitions);
        Waiting before = current;
        current = new Waiting(before == null ? clock.instant() : before.since(), why);
        if (before == null) {
            LOG.warn("Articles wait to be indexed: {}", why);
        }
    }

    /** Articles of these partitions were stored. */
    synchronized void flowing(Collection<TopicPartition> partitions) {
        Duration waited = free(partitions);
        if (waited != null) {
            LOG.info("Articles are indexed again after {}", waited);
        }
    }

    synchronized Optional<Waiting> waiting() {
        return Optional.ofNullable(current);
    }

    @Override
    public synchronized void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Duration waited = free(partitions);
        if (waited != null) {
            LOG.info("The articles that waited for {} are given to whoever has their partitions next", waited);
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevokedBeforeCommit(consumer, partitions);
    }

    /** How long articles waited, if the last of those that did are among these. */
    private @Nullable Duration free(Collection<TopicPartition> partitions) {
        Waiting before = current;
        stuck.removeAll(partitions);
        if (before == null || !stuck.isEmpty()) {
            return null;
        }
        current = null;
        return Duration.between(before.since(), clock.instant());
    }
}
