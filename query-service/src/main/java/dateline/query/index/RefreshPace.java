package dateline.query.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often the index is refreshed: each second as a rule, so that news is found at once, and more seldom while a backlog is
 * written, whose articles are late anyway. Each refresh leaves a segment that is searched for reprints and merged, so a
 * backlog is written faster with few. Thread-safe.
 */
@Component
final class RefreshPace {
    /** Articles that have lain in the log for longer are a backlog. */
    static final Duration BACKLOG = Duration.ofMinutes(1);

    /** How long a partition counts as behind without another batch, since another instance may have it meanwhile. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(1);

    /** How often the pace is set though it is the same: an instance that died may have left another, or the alias moved. */
    private static final Duration SAY_AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshPace.class);

    private final ElasticsearchClient client;
    private final String alias;
    private final Duration live;
    private final Duration backlog;
    private final Clock clock;
    private final Map<TopicPartition, Instant> behind = new HashMap<>();
    private final ReentrantLock saying = new ReentrantLock();
    private @Nullable Duration said;
    private Instant saidAt = Instant.EPOCH;

    @Autowired
    RefreshPace(ElasticsearchClient client, IndexSettings settings) {
        this(client, settings, Clock.systemUTC());
    }

    RefreshPace(ElasticsearchClient client, IndexSettings settings, Clock clock) {
        this.client = client;
        this.alias = settings.alias();
        this.live = settings.refresh();
        this.backlog = settings.backlogRefresh();
        this.clock = clock;
    }

    /**
     * Notes what a batch says of a partition.
     *
     * @param oldest when the first of its records was written to the log
     * @param last whether nothing more is known to lie there
     */
    synchronized void read(TopicPartition partition, Instant oldest, boolean last) {
        Instant now = clock.instant();
        if (!last && oldest.isBefore(now.minus(BACKLOG))) {
            behind.put(partition, now);
        } else {
            behind.remove(partition);
        }
        behind.values().removeIf(at -> at.isBefore(now.minus(FORGET_AFTER)));
    }

    /** How often the index is to be refreshed, by what was read last. */
    synchronized Duration pace() {
        return behind.isEmpty() ? live : backlog;
    }

    /** Tells Elasticsearch, if it is to be told. If it can not be told now, it is with the next batch. */
    void say() {
        // Elasticsearch may take long to answer, and one is enough to ask.
        if (!saying.tryLock()) {
            return;
        }
        try {
            say(pace());
        } finally {
            saying.unlock();
        }
    }

    private void say(Duration pace) {
        Instant now = clock.instant();
        boolean same = pace.equals(said);
        if (same && saidAt.isAfter(now.minus(SAY_AGAIN))) {
            return;
        }
        try {
            client.indices()
                    .putSettings(put -> put.index(alias)
                            .settings(settings ->
                                    settings.refreshInterval(interval -> interval.time(pace.toMillis() + "ms"))));
        } catch (IOException | ElasticsearchException e) {
            LOG.debug("The refresh interval can not be set: {}", e.getMessage());
            return;
        }
        if (!same && (said != null || !pace.equals(live))) {
            LOG.info(
                    pace.equals(live)
                            ? "The backlog is written; what is indexed is found within {} s again"
                            : "A backlog is written; what is indexed is found within {} s until that is done",
                    pace.toMillis() / 1000.0);
        }
        said = pace;
        saidAt = now;
    }
}
