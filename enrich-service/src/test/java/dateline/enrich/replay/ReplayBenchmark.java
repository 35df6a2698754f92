package dateline.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.ContractJson;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import dateline.contract.RawArticle;
import dateline.contract.ReplayOrder;
import dateline.contract.ReplayProgress;
import dateline.contract.Topic;
import dateline.enrich.EnrichApplication;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import dateline.testing.Backends;
import dateline.testing.BackendsInitializer;
import dateline.testing.TopicProbe;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.ContextConfiguration;

/**
 * Articles a second of a replay of everything, and how long a live article takes from {@code news.raw} to being committed
 * in {@code news.enriched} with and without one. The articles are the sample newsroom's, over and over.
 */
@SpringBootTest(
        classes = EnrichApplication.class,
        properties = {"spring.config.name=enrich-service", "spring.kafka.listener.auto-startup=false"})
@ContextConfiguration(initializers = BackendsInitializer.class)
class ReplayBenchmark {
    private static final int ARTICLES = Integer.getInteger("dateline.replay.articles", 50_000);
    private static final int LIVE = 200;
    private static final Duration BETWEEN_LIVE = Duration.ofMillis(100);

    private final ContractJson json = new ContractJson();
    private final List<SampleArticle> samples = Newsroom.load().articles();

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private ReplayBoard board;

    @Test
    void aReplayOfEverythingBesideLiveArticles() throws Exception {
        Map<String, Object> settings = new HashMap<>(
                Map.of("bootstrap.servers", Backends.bootstrapServers(), "linger.ms", 20, "compression.type", "zstd"));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < ARTICLES; i++) {
                RawArticle raw = article("replayed", i);
                producer.send(new ProducerRecord<>(Topic.RAW.topicName(), raw.id(), json.write(raw)));
            }
            producer.flush();
            takeAsRead();
            listeners.getListenerContainers().forEach(container -> container.start());
            // The first articles load the models and warm the code.
            latencies(producer, "warm-up", 100);
            double[] without = latencies(producer, "without", LIVE);
            ReplayOrder order = new ReplayOrder(
                    Backends.uniqueName("benchmark"),
                    new ReplayOrder.Selection(null, null, List.of(), List.of()),
                    false,
                    "benchmark",
                    Instant.now());
            System.out.printf("load before the replay %.1f%n", load());
            TopicProbe.send(Topic.REPLAYS.topicName(), order.id(), json.write(order));
            while (board.progress(order).stream()
                            .mapToLong(ReplayProgress::done)
                            .sum()
                    == 0) {
                Thread.sleep(20);
            }
            double[] during = latencies(producer, "during", LIVE);
            boolean stillRunning = !finished(order);
            while (!finished(order)) {
                Thread.sleep(100);
            }
            List<ReplayProgress> parts = board.progress(order);
            Instant first = parts.stream()
                    .map(ReplayProgress::startedAt)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant last = parts.stream()
                    .map(ReplayProgress::at)
                    .max(Instant::compareTo)
                    .orElseThrow();
            long written = parts.stream().mapToLong(ReplayProgress::written).sum();
            assertThat(written).isGreaterThanOrEqualTo(ARTICLES);
            System.out.printf(
                    Locale.ROOT,
                    "replayed %d articles in %.1f s: %.0f a second; load average %.1f%n",
                    written,
                    Duration.between(first, last).toMillis() / 1000.0,
                    written / (Duration.between(first, last).toMillis() / 1000.0),
                    load());
            System.out.printf(
                    Locale.ROOT,
                    "live, raw to enriched, ms: without p50 %.0f p95 %.0f; during p50 %.0f p95 %.0f (replay ran on"
                            + " throughout: %s)%n",
                    quantile(without, 0.5),
                    quantile(without, 0.95),
                    quantile(during, 0.5),
                    quantile(during, 0.95),
                    stillRunning);
        }
    }

    private boolean finished(ReplayOrder order) {
        return board.progress(order).stream()
                        .filter(part -> part.state() == ReplayProgress.State.FINISHED)
                        .count()
                == board.partitions();
    }

    /** The replay is of articles that were read live already; that need not be waited for here. */
    private void takeAsRead() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(List.of(Topic.RAW.topicName()))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(info -> latest.put(
                                    new TopicPartition(topic.name(), info.partition()), OffsetSpec.latest())));
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets("dateline-enrich", ends).all().get();
        }
    }

    /** In milliseconds, ascending. */
    private double[] latencies(KafkaProducer<String, byte[]> producer, String name, int count) throws Exception {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        List<Double> took = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.ENRICHED.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            Thread sender = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < count; i++) {
                    RawArticle raw = article(name, i);
                    sent.put(raw.id(), System.nanoTime());
                    producer.send(new ProducerRecord<>(Topic.RAW.topicName(), raw.id(), json.write(raw)));
                    producer.flush();
                    try {
                        Thread.sleep(BETWEEN_LIVE);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            while (took.size() < count) {
                consumer.poll(Duration.ofMillis(100)).forEach(row -> {
                    Long at = sent.remove(row.key());
                    if (at != null) {
                        took.add((System.nanoTime() - at) / 1e6);
                    }
                });
            }
            sender.join();
        }
        return took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double quantile(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))];
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private RawArticle article(String name, int number) {
        SampleArticle sample = samples.get(number % samples.size());
        CanonicalUrl url = CanonicalUrl.of("https://" + name + ".example/" + number);
        Instant now = Instant.now();
        IncomingArticle article = new IncomingArticle(
                ArticleId.of(url),
                url.value(),
                new Outlet(name + ".example", name, null, null, List.of()),
                sample.title(),
                null,
                List.of(),
                new ArticleDate(now, ArticleDate.Precision.SECOND, ArticleDate.Source.SUBMITTED),
                null,
                null,
                null,
                sample.section(),
                List.of(),
                Arrays.stream(sample.body().split("\n\n"))
                        .map(text -> new Block(Block.Kind.PARAGRAPH, text))
                        .toList(),
                List.of(),
                new Origin(Origin.Channel.SUBMITTED, url.value(), null, null, null, now, List.of()));
        return new RawArticle(article.id(), 1, now, now, article, List.of());
    }
}
