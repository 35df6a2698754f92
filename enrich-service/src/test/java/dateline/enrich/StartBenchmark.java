package dateline.enrich;

import dateline.contract.ContractJson;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the service takes from the start of its process, with the launcher's settings and all enrichers, until an article
 * that waits in {@code news.raw} stands in {@code news.enriched}; and what memory it takes for some thousand more.
 */
class StartBenchmark {
    private static final int ARTICLES = Integer.getInteger("start.articles", 3_000);

    private final ContractJson json = new ContractJson();

    @TempDir
    private Path folder;

    @Test
    void prints() throws IOException, InterruptedException {
        List<RawArticle> samples = EnrichmentBenchmark.articles();
        List<RawArticle> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(samples.get(i % samples.size()));
        }
        publish(articles.subList(0, 1), 0);
        long started = System.nanoTime();
        Process service = service();
        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            enriched.await(1, row -> true);
            double first = (System.nanoTime() - started) / 1e9;
            Map<String, String> early = memory(service);
            long from = System.nanoTime();
            publish(articles, 1);
            for (int step = 1; step <= 10; step++) {
                enriched.await(1 + ARTICLES * step / 10, row -> true);
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "start to first article %.1f s; memory then %s; %d articles more in %.1f s (%.0f/s, cold); memory then %s; load average %.1f%n",
                    first,
                    early,
                    ARTICLES,
                    seconds,
                    ARTICLES / seconds,
                    memory(service),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Map<String, String> memory(Process service) throws IOException {
        Map<String, String> memory = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("/proc/" + service.pid() + "/status"))) {
            if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                memory.put(line.substring(0, 5), line.substring(6).strip());
            }
        }
        return memory;
    }

    private void publish(List<RawArticle> articles, int from) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Backends.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < articles.size(); i++) {
                RawArticle one = articles.get(i);
                String id = "%032x".formatted(from + i);
                RawArticle raw = new RawArticle(id, 1, one.firstSeen(), one.revisedAt(), one.article(), one.changes());
                producer.send(new ProducerRecord<>(Topic.RAW.topicName(), id, json.write(raw)));
            }
        }
    }

    private Process service() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnrichApplication.class.getName(),
                        "--spring.config.name=enrich-service",
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + Backends.bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile())
                .start();
    }
}
