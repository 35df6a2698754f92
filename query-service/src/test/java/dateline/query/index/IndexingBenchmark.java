package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.util.BinaryData;
import com.sun.management.OperatingSystemMXBean;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.Topic;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.SamplePrint;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * How fast articles get from a full topic into the index, beside a raw bulk of the very same documents in the same run.
 * Each way is measured in turn, eight times after eight that warm up. Each article has a signature, and each third one repeats an earlier one's
 * text, which the raw way does not find out.
 */
@QueryServiceTest
@TestPropertySource(properties = "dateline.index.max-bulk=1MB")
class IndexingBenchmark {
    private static final int ARTICLES = 3_000;
    private static final int ROUNDS = 16;
    private static final int WARM_UP = 8;
    private static final int WORDS = 500;
    // Making one anew for each article takes longer than all the rest.
    private static final ContractJson JSON = new ContractJson();
    private static final int CHUNK = 5 * 1024 * 1024;

    @Autowired
    private RunningService service;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void indexingBesideARawBulk() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%-8s %12s %12s %8s   %s%n",
                "round",
                "raw /s",
                "indexed /s",
                "ratio",
                "processor ms an article, of Elasticsearch and of this process: raw, indexed");
        for (int round = 0; round < ROUNDS; round++) {
            List<SampleArticle> articles = articles(round);
            awaitMerged();
            Processor start = Processor.of(client);
            double raw = ARTICLES / raw(articles, round);
            awaitMerged();
            Processor between = Processor.of(client);
            double indexed = ARTICLES / indexed(articles, round);
            Processor end = Processor.of(client);
            // A service that catches up has done so for more than seconds.
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %12.0f %12.0f %8.2f   %s, %s%n",
                    round < WARM_UP ? "warm-up" : round,
                    raw,
                    indexed,
                    indexed / raw,
                    between.since(start),
                    end.since(between));
        }
    }

    /** Time of the processor used so far, in milliseconds. */
    private record Processor(double elasticsearch, double own) {
        static Processor of(ElasticsearchClient client) throws IOException {
            double elasticsearch = client.nodes().stats(stats -> stats.metric("process")).nodes().values().stream()
                    .mapToDouble(node -> requireNonNull(
                            requireNonNull(requireNonNull(node.process()).cpu()).totalInMillis()))
                    .sum();
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Processor(elasticsearch, system.getProcessCpuTime() / 1e6);
        }

        String since(Processor before) {
            return String.format(
                    Locale.ROOT,
                    "%.2f + %.2f",
                    (elasticsearch - before.elasticsearch) / ARTICLES,
                    (own - before.own) / ARTICLES);
        }
    }

    /** What one way leaves to be merged does not slow the other one. */
    private void awaitMerged() {
        service.awaitThat(
                "merged",
                () -> assertThat(client.nodes()
                                .stats(stats -> stats.metric("indices"))
                                .nodes()
                                .values())
                        .allSatisfy(node -> assertThat(requireNonNull(
                                                requireNonNull(node.indices()).merges())
                                        .current())
                                .isZero()));
    }

    private double raw(List<SampleArticle> articles, int round) throws Exception {
        List<byte[]> documents = articles.stream()
                .map(article -> JSON.write(ArticleDocuments.of(article.build())))
                .toList();
        // The template's pattern holds for it too.
        String index = "articles-raw-" + round;
        client.indices().create(create -> create.index(index));
        long start = System.nanoTime();
        int at = 0;
        while (at < documents.size()) {
            BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
            for (int bytes = 0; at < documents.size() && bytes < CHUNK; at++) {
                byte[] document = documents.get(at);
                String id = articles.get(at).id();
                bulk.operations(operation ->
                        operation.index(one -> one.id(id).document(BinaryData.of(document, "application/json"))));
                bytes += document.length;
            }
            assertThat(client.bulk(bulk.build()).errors()).isFalse();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        client.indices().delete(delete -> delete.index(index));
        return seconds;
    }

    private double indexed(List<SampleArticle> articles, int round) {
        var listener = listeners.getListenerContainer(EnrichedListener.ID);
        assertThat(listener).isNotNull();
        listener.stop();
        // A backlog, as after an outage.
        long anHourAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
        for (SampleArticle article : articles) {
            kafka.send(new ProducerRecord<>(
                    Topic.ENRICHED.topicName(), null, anHourAgo, article.id().getBytes(UTF_8), article.json()));
        }
        kafka.flush();
        double before = count();
        long start = System.nanoTime();
        listener.start();
        service.awaitThat("round " + round, () -> assertThat(count()).isEqualTo(before + ARTICLES));
        return (System.nanoTime() - start) / 1e9;
    }

    private double count() {
        return metrics.get("dateline.index.articles")
                .tag("outcome", "indexed")
                .counter()
                .count();
    }

    /** Those of the file, of which {@code ./dateline load --articles 21000 --out FILE} makes enough; else of random words. */
    private static List<SampleArticle> articles(int round) throws IOException {
        String file = System.getProperty("dateline.index.articles", "");
        if (!file.isEmpty()) {
            try (Stream<String> lines = Files.lines(Path.of(file))) {
                return lines.skip((long) round * ARTICLES)
                        .limit(ARTICLES)
                        .map(line -> SampleArticle.of(JSON.read(line.getBytes(UTF_8), EnrichedArticle.class)))
                        .toList();
            }
        }
        Random random = new Random(round);
        List<SampleArticle> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            StringBuilder body = new StringBuilder();
            for (int word = 0; word < WORDS; word++) {
                // Few frequent words and many rare ones.
                int rank = (int) Math.exp(random.nextDouble() * Math.log(50_000));
                body.append(Integer.toString(rank * 7919, 36)).append(' ');
            }
            int seed = round * ARTICLES + i;
            articles.add(SampleArticle.at("https://bench.example/" + round + "/" + i)
                    .signed(
                            i % 3 == 2
                                    ? SamplePrint.like(seed - 1 - random.nextInt(i) / 3 * 3, 0.8, seed)
                                    : SamplePrint.of(seed))
                    .from("bench.example", "Bench")
                    .saying(body.toString(), "It is near Kestrel Bay.")
                    .naming("place:kestrel", "Kestrel Bay", EntityType.PLACE)
                    .about("medtop:2", "ferries", "medtop:1"));
        }
        return articles;
    }
}
