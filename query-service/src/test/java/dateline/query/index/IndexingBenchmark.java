package dateline.query.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.util.BinaryData;
import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.EntityType;
import dateline.contract.Topic;
import dateline.query.QueryServiceTest;
import dateline.query.RunningService;
import dateline.query.SampleArticle;
import dateline.query.SamplePrint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Each way is measured in turn, four times after three that warm up. Each article has a signature, and each third one repeats an earlier one's
 * text, which the raw way does not find out.
 */
@QueryServiceTest
@TestPropertySource(properties = "dateline.index.max-bulk=2MB")
class IndexingBenchmark {
    private static final int ARTICLES = 3_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
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

    @Test
    void indexingBesideARawBulk() throws Exception {
        System.out.printf(Locale.ROOT, "%-8s %12s %12s %8s%n", "round", "raw /s", "indexed /s", "ratio");
        for (int round = 0; round < ROUNDS; round++) {
            List<SampleArticle> articles = articles(round);
            double raw = ARTICLES / raw(articles, round);
            double indexed = ARTICLES / indexed(articles, round);
            // A service that catches up has done so for more than seconds.
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %12.0f %12.0f %8.2f%n",
                    round < WARM_UP ? "warm-up" : round,
                    raw,
                    indexed,
                    indexed / raw);
        }
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
        for (SampleArticle article : articles) {
            kafka.send(new ProducerRecord<>(
                    Topic.ENRICHED.topicName(), article.id().getBytes(UTF_8), article.json()));
        }
        kafka.flush();
        double before = count();
        long start = System.nanoTime();
        listener.start();
        service.awaitThat("round " + round, () -> assertThat(count()).isEqualTo(before + ARTICLES));
        return (System.nanoTime() - start) / 1e9;
    }

    private double count() {
        return service.ask("/actuator/prometheus")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("dateline_index_articles_total{") && line.contains("outcome=\"indexed\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
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
