package dateline.query.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.Topic;
import dateline.query.alert.Alert.Span;
import dateline.query.alert.Alert.Volume;
import dateline.query.saved.QueryText;
import dateline.query.saved.SavedSearch;
import dateline.query.saved.SavedSearches;
import dateline.query.search.ArticleQuery;
import dateline.query.search.HourlyCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Compares the last hour and the last day of searches that want it with the same hour, and with the days, of the four
 * weeks before, as Elasticsearch counts them. What is unusual is a match like any other. Whoever decides for a search's
 * matches watches its volume; a span that is looked at twice is told once.
 */
@Component
final class VolumeWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeWatch.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);
    private static final int DAYS = 28;
    private static final int HOURS_A_DAY = 24;

    private final SavedSearches searches;
    private final AlertStep alerts;
    private final HourlyCounts counts;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final AlertSettings settings;
    private final ContractJson json = new ContractJson();
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Instant> looked = new HashMap<>();
    private volatile boolean running;

    VolumeWatch(
            SavedSearches searches,
            AlertStep alerts,
            HourlyCounts counts,
            KafkaTemplate<byte[], byte[]> kafka,
            AlertSettings settings) {
        this.searches = searches;
        this.alerts = alerts;
        this.counts = counts;
        this.kafka = kafka;
        this.settings = settings;
    }

    private void loop() {
        while (running) {
            try {
                round(clock.instant().minus(settings.volumeDelay()).truncatedTo(ChronoUnit.HOURS));
            } catch (RuntimeException e) {
                LOG.warn("Volumes could not be looked at, trying again: {}", e.toString());
            }
            try {
                Thread.sleep(BETWEEN_ROUNDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Looks at every search of this instance whose hour that ended then it has not looked at yet. */
    void round(Instant hourEnd) {
        int partitions = kafka.partitionsFor(Topic.MATCHES.topicName()).size();
        looked.keySet().removeIf(id -> searches.find(id).isEmpty());
        for (SavedSearch search : searches.all()) {
            if (running && search.volume() && isOurs(search, partitions) && !hourEnd.equals(looked.get(search.id()))) {
                look(search, hourEnd);
                looked.put(search.id(), hourEnd);
            }
        }
    }

    private boolean isOurs(SavedSearch search, int partitions) {
        // As Kafka's producer places a key.
        int hash = Utils.toPositive(Utils.murmur2(search.id().getBytes(UTF_8)));
        return alerts.owns(hash % partitions);
    }

    private void look(SavedSearch search, Instant hourEnd) {
        ArticleQuery query = QueryText.read(search.query());
        Instant today = hourEnd.truncatedTo(ChronoUnit.DAYS);
        int hours = (DAYS + 1) * HOURS_A_DAY + hourEnd.atZone(ZoneOffset.UTC).getHour();
        long[] hourly = counts.of(query, today.minus(DAYS + 1, ChronoUnit.DAYS), hours);
        for (Volume volume : unusual(hourly, hourEnd)) {
            Match match = new Match(search.id(), clock.instant(), null, null, volume);
            kafka.send(new ProducerRecord<>(
                            Topic.MATCHES.topicName(), search.id().getBytes(UTF_8), json.write(match)))
                    .join();
        }
    }

    /**
     * What of the last hour, and at midnight of the last day, is unusual.
     *
     * @param hourly counts of all hours up to that one, at least 29 days
     */
    static List<Volume> unusual(long[] hourly, Instant hourEnd) {
        List<Volume> found = new ArrayList<>();
        long[] sameHour = new long[DAYS];
        for (int day = 1; day <= DAYS; day++) {
            sameHour[day - 1] = hourly[hourly.length - 1 - day * HOURS_A_DAY];
        }
        add(found, Span.HOUR, hourly[hourly.length - 1], sameHour, hourEnd);
        if (hourEnd.equals(hourEnd.truncatedTo(ChronoUnit.DAYS))) {
            long[] days = new long[DAYS];
            for (int day = 1; day <= DAYS; day++) {
                days[day - 1] = day(hourly, day);
            }
            add(found, Span.DAY, day(hourly, 0), days, hourEnd);
        }
        return found;
    }

    private static long day(long[] hourly, int ago) {
        long sum = 0;
        for (int hour = 1; hour <= HOURS_A_DAY; hour++) {
            sum += hourly[hourly.length - hour - ago * HOURS_A_DAY];
        }
        return sum;
    }

    private static void add(List<Volume> found, Span span, long count, long[] usual, Instant end) {
        Instant from = end.minus(1, span == Span.HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS);
        double median = Rhythm.median(Arrays.stream(usual).asDoubleStream().toArray());
        Rhythm.unusual(count, usual)
                .ifPresent(
                        score -> found.add(new Volume(span, from, end, count, median, Math.round(score * 10) / 10.0)));
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            Thread.ofVirtual().name("volume-watch").start(this::loop);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
