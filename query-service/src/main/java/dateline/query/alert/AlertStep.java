package dateline.query.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.query.log.TransactionalStep;
import dateline.query.saved.Channel;
import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides which matches are told. All matches of a search are in one partition, so one instance sees them in their order.
 * Which stories were told lately is not stored: whoever is given a partition reads back its last days first.
 */
@Component
final class AlertStep implements TransactionalStep.Work {
    private static final Logger LOG = LoggerFactory.getLogger(AlertStep.class);

    private final SavedSearches searches;
    private final AlertSettings settings;
    private final ContractJson json = new ContractJson();
    private final Clock clock = Clock.systemUTC();
    private final Map<Integer, Map<String, StoryWindow>> windows = new HashMap<>();
    private final Prints prints = new Prints();
    private final Map<Integer, Long> begins = new HashMap<>();
    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();

    AlertStep(SavedSearches searches, AlertSettings settings) {
        this.searches = searches;
        this.settings = settings;
    }

    /** Whether this instance has the partition, and so decides for its searches. */
    boolean owns(int partition) {
        return owned.contains(partition);
    }

    @Override
    public boolean isReady() {
        return searches.isComplete();
    }

    @Override
    public void begin() {
        windows.clear();
        begins.clear();
        owned.clear();
    }

    @Override
    public void assigned(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> committed) {
        long since = forgetBefore().toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        committed.forEach((partition, position) -> times.put(partition, since));
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
        committed.forEach((partition, position) -> {
            OffsetAndTimestamp oldest = offsets.get(partition);
            if (oldest != null && oldest.offset() < position) {
                consumer.seek(partition, oldest.offset());
            }
            begins.put(partition.partition(), position);
            windows.put(partition.partition(), new HashMap<>());
            owned.add(partition.partition());
        });
    }

    @Override
    public void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            windows.remove(partition.partition());
            begins.remove(partition.partition());
            owned.remove(partition.partition());
        });
    }

    @Override
    public void apply(List<ConsumerRecord<byte[], byte[]>> records, TransactionalStep.Results told) {
        for (ConsumerRecord<byte[], byte[]> row : records) {
            try {
                Match match = json.read(row.value() == null ? new byte[0] : row.value(), Match.class);
                decide(row, match, told);
            } catch (UnreadableRecord e) {
                LOG.error("{}-{}@{} can not be read: {}", row.topic(), row.partition(), row.offset(), e.getMessage());
            }
        }
    }

    private void decide(ConsumerRecord<byte[], byte[]> row, Match match, TransactionalStep.Results told) {
        Map<String, StoryWindow> own = windows.computeIfAbsent(row.partition(), any -> new HashMap<>());
        Optional<SavedSearch> search = searches.find(match.search());
        if (search.isEmpty()) {
            own.remove(match.search());
            return;
        }
        StoryWindow.Novelty novelty = own.computeIfAbsent(match.search(), any -> new StoryWindow(settings))
                .add(match.subject(), match.at(), prints.of(match), match.at().minus(settings.storyWindow()));
        if (row.offset() >= begins.getOrDefault(row.partition(), 0L) && isTold(novelty, search.get())) {
            tell(match, search.get(), told);
        }
    }

    private Instant forgetBefore() {
        return clock.instant().minus(settings.storyWindow());
    }

    private static boolean isTold(StoryWindow.Novelty novelty, SavedSearch search) {
        return switch (novelty) {
            case NEW_STORY -> true;
            case REPRINT -> !search.oncePerStory();
            case SAME -> false;
        };
    }

    private void tell(Match match, SavedSearch search, TransactionalStep.Results told) {
        Alert alert = match.alert(search.name());
        told.add(new ProducerRecord<>(Topic.ALERTS.topicName(), search.id().getBytes(UTF_8), json.write(alert)));
        for (Channel channel : search.channels()) {
            Delivery delivery = Delivery.first(alert, channel, due(channel, clock.instant()));
            told.add(new ProducerRecord<>(
                    Topic.DELIVERIES.topicName(), delivery.id().getBytes(UTF_8), json.write(delivery)));
        }
    }

    /** When a channel is sent something next. */
    static Instant due(Channel channel, Instant now) {
        return switch (channel) {
            case Channel.Webhook _ -> now;
            case Channel.Mail(List<String> _, Channel.Every every) ->
                switch (every) {
                    case MATCH -> now;
                    case HOUR -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
                    case DAY -> now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
                };
        };
    }
}
