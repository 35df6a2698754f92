package dateline.query.pipeline;

import dateline.query.deadletter.LetterView;
import dateline.query.index.FreshnessWindow;
import dateline.query.index.IndexSetup;
import dateline.query.index.IndexingWait;
import dateline.query.neighbour.Answer;
import dateline.query.neighbour.Neighbour;
import dateline.query.neighbour.Neighbours;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the pipeline: looks at everybody again and again and keeps a sample of each minute of the last day, in memory
 * only. Every instance of query-service watches for itself.
 */
@Component
public class Watch implements SmartLifecycle {
    private static final Duration OVERDUE = Duration.ofSeconds(6);

    private final Neighbours neighbours;
    private final LetterView letters;
    private final IndexSetup setup;
    private final IndexingWait indexing;
    private final StageCounter stages;
    private final FreshnessWindow freshness;
    private final PipelineMetrics metrics;
    private final Clock clock = Clock.systemUTC();
    private final Lookout<Boolean> ingest;
    private final Lookout<Boolean> enrich;
    private final Lookout<KafkaLook.Look> kafka;
    private final Lookout<ElasticsearchHealth> elasticsearch;
    private final Lookout<FeedCounts> feeds;
    private final Lookout<Letters> opened;
    private final Lookout<Boolean> sampler;
    private final Samples samples = new Samples();
    private volatile boolean running;

    Watch(
            Neighbours neighbours,
            LetterView letters,
            IndexSetup setup,
            IndexingWait indexing,
            StageCounter stages,
            FreshnessWindow freshness,
            KafkaLook kafkaLook,
            ElasticsearchLook elasticsearchLook,
            PipelineMetrics metrics,
            PipelineSettings settings) {
        this.neighbours = neighbours;
        this.letters = letters;
        this.setup = setup;
        this.indexing = indexing;
        this.stages = stages;
        this.freshness = freshness;
        this.metrics = metrics;
        Duration look = settings.look();
        // A look at Kafka is several questions, and reads records.
        Duration slow = settings.patience().plus(OVERDUE);
        this.ingest = new Lookout<>("ingest-service", look, OVERDUE, () -> isReady(neighbours.ingest()), clock);
        this.enrich = new Lookout<>("enrich-service", look, OVERDUE, () -> isReady(neighbours.enrich()), clock);
        this.kafka = new Lookout<>("Kafka", look, slow, kafkaLook::look, clock);
        this.elasticsearch = new Lookout<>("Elasticsearch", look, OVERDUE, elasticsearchLook::look, clock);
        this.feeds = new Lookout<>("feeds", settings.seldom(), slow, this::countFeeds, clock);
        this.opened = new Lookout<>("dead letters", look, OVERDUE, this::countLetters, clock);
        this.sampler = new Lookout<>("samples", look, OVERDUE, this::sample, clock);
    }

    private Stream<Lookout<?>> all() {
        return Stream.of(ingest, enrich, kafka, elasticsearch, feeds, opened, sampler);
    }

    private static boolean isReady(Neighbour neighbour) throws IOException {
        return switch (neighbour.get("/actuator/health/readiness")) {
            case Answer.Done _ -> true;
            case Answer.Silent silent -> throw new IOException(silent.reason());
            case Answer.Refused refused
            when refused.status() == 503 -> throw new IOException("it says it is not ready");
            case Answer.Refused refused -> throw new IOException(refused.reason());
        };
    }

    private FeedCounts countFeeds() throws IOException {
        return switch (neighbours.ingest().get("/api/feeds/summary")) {
            case Answer.Done done -> done.as(FeedCounts.class);
            case Answer.Silent silent -> throw new IOException(silent.reason());
            case Answer.Refused refused -> throw new IOException(refused.reason());
        };
    }

    private Letters countLetters() {
        return Letters.of(letters.all(), letters.isComplete(), clock.instant());
    }

    private Boolean sample() {
        Snapshot now = snapshot();
        metrics.note(now);
        samples.note(now.at(), new Samples.Sample(now.lags(), now.letters().open()));
        return true;
    }

    /** All that is known now. */
    Snapshot snapshot() {
        Instant now = clock.instant();
        Seen<KafkaLook.Look> look = kafka.seen();
        KafkaLook.Look value = look.value();
        Letters open = opened.seen().value();
        return new Snapshot(
                now,
                List.of(state(neighbours.ingest(), ingest.seen()), state(neighbours.enrich(), enrich.seen())),
                new Seen<>(value == null ? null : value.health(), look.problem(), look.at(), look.since()),
                elasticsearch.seen(),
                value == null ? List.of() : value.lags(),
                samples.at(now.minus(Duration.ofMinutes(10))).lags(),
                open == null ? countLetters() : open,
                feeds.seen(),
                setup.outdated().orElse(null),
                indexing.waiting()
                        .map(waiting -> new Snapshot.Waiting(waiting.why(), waiting.since()))
                        .orElse(null));
    }

    private static ServiceState state(Neighbour neighbour, Seen<Boolean> seen) {
        return new ServiceState(neighbour.name(), neighbour.url(), seen.at() != null, seen.problem(), seen.since());
    }

    /** What flows, what is behind, what was given up, how everybody is, and what is wrong. */
    public PipelineReport report() {
        return PipelineReport.of(snapshot(), stages, freshness);
    }

    /** The last hour by minute, or the last day by quarter of an hour. */
    public PipelineHistory history(PipelineHistory.Period period) {
        return PipelineHistory.of(period, clock.instant(), stages, samples);
    }

    @Override
    public void start() {
        running = true;
        all().forEach(Lookout::start);
    }

    @Override
    public void stop() {
        running = false;
        all().forEach(Lookout::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
