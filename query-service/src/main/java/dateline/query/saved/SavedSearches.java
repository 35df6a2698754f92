package dateline.query.saved;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.query.log.LogFollower;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** All saved searches: a view of their topic, which every instance keeps whole. Thread-safe. */
@Component
public final class SavedSearches implements SmartLifecycle, LogFollower.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(SavedSearches.class);

    /** Is told what changes; called on one thread. */
    public interface Watcher {
        /** There are none yet; they come. */
        void begin();

        /**
         * Some were saved, changed or deleted.
         *
         * @param deleted their ids
         */
        void changed(Collection<SavedSearch> saved, Collection<String> deleted);
    }

    private final Map<String, SavedSearch> searches = new ConcurrentHashMap<>();
    private final List<Watcher> watchers;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final SavedSettings settings;
    private final LogFollower follower;
    private final ContractJson json = new ContractJson();
    private volatile boolean running;

    SavedSearches(
            ConsumerFactory<?, ?> consumers,
            KafkaTemplate<byte[], byte[]> kafka,
            SavedSettings settings,
            List<Watcher> watchers) {
        this.kafka = kafka;
        this.settings = settings;
        this.watchers = List.copyOf(watchers);
        this.follower =
                new LogFollower(Topic.SEARCHES.topicName(), consumers.getConfigurationProperties(), () -> null, this);
    }

    /** Whether all are known that there were at the start. */
    public boolean isComplete() {
        return follower.isComplete();
    }

    public Optional<SavedSearch> find(String id) {
        return Optional.ofNullable(searches.get(id));
    }

    /** All of them, in no order. */
    public Collection<SavedSearch> all() {
        return searches.values();
    }

    /**
     * Saves one, in place of an earlier one of its id. When it returns, this instance looks out for it.
     *
     * @throws SearchProblem if Kafka can not take it now
     */
    void save(SavedSearch search) {
        write(search.id(), json.write(search));
    }

    void delete(String id) {
        write(id, null);
    }

    private void write(String id, byte @Nullable [] value) {
        try {
            RecordMetadata written = kafka.send(record(id, value)).join().getRecordMetadata();
            if (!follower.await(written.partition(), written.offset(), settings.patience())) {
                throw SearchProblem.unavailable("It is stored, but this instance has not read it back yet.");
            }
        } catch (CompletionException | KafkaException e) {
            LOG.warn("A saved search was not stored: {}", e.toString());
            throw SearchProblem.unavailable("Kafka does not take it now; nothing was changed.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SearchProblem.unavailable("The service is stopping.");
        }
    }

    @SuppressWarnings("NullAway") // A tombstone's value is null by definition.
    private static ProducerRecord<byte[], byte[]> record(String id, byte @Nullable [] value) {
        return new ProducerRecord<>(Topic.SEARCHES.topicName(), id.getBytes(UTF_8), value);
    }

    @Override
    public void begin() {
        searches.clear();
        watchers.forEach(Watcher::begin);
    }

    @Override
    public void read(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, Optional<SavedSearch>> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> row : records) {
            String id = row.key() == null ? "" : new String(row.key(), UTF_8);
            try {
                newest.put(id, Optional.ofNullable(row.value()).map(value -> json.read(value, SavedSearch.class)));
            } catch (UnreadableRecord e) {
                LOG.error("{}@{} can not be read: {}", row.topic(), row.offset(), e.getMessage());
            }
        }
        List<SavedSearch> saved =
                newest.values().stream().flatMap(Optional::stream).toList();
        List<String> deleted = newest.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        saved.forEach(search -> searches.put(search.id(), search));
        deleted.forEach(searches::remove);
        watchers.forEach(watcher -> watcher.changed(saved, deleted));
    }

    @Override
    public void start() {
        running = true;
        follower.start();
    }

    @Override
    public void stop() {
        running = false;
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
