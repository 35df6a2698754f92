package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.contract.ContractJson;
import dateline.ingest.IngestApplication;
import dateline.ingest.fetch.FetchProperties;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.LocalFetchers;
import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.FeedPartition;
import dateline.ingest.subscribe.FeedTopics;
import dateline.ingest.subscribe.Subscription;
import dateline.testing.Backends;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Polls per hour by one instance, and its heap. The service is a process of its own with one gigabyte of heap; feeds are
 * on a site each, have a history of 500 entries, and are always due. Of ten answers six are 304, two the same document
 * again, and two a document of twenty entries of which one is new and comes with its text.
 */
class PollingBenchmark {
    private static final int ENTRIES = 20;
    private static final int HISTORY = 500;
    private static final int PARTITIONS = 6;
    private static final int SECONDS = Integer.getInteger("seconds", 60);

    private final LongAdder answers = new LongAdder();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** The service with many sites on one machine. */
    @Configuration
    static class Child {
        static void main(String[] args) {
            System.setProperty("spring.config.name", "ingest-service");
            new SpringApplicationBuilder(IngestApplication.class, Child.class).run(args);
        }

        @Bean
        @Primary
        Fetcher localFetcher(FetchProperties given) {
            List<String> sites = IntStream.range(0, Integer.getInteger("feeds"))
                    .mapToObj(PollingBenchmark::site)
                    .toList();
            return LocalFetchers.create(new FetchProperties(
                    given.userAgent(),
                    given.pause(),
                    given.pauses(),
                    given.concurrency(),
                    given.feedDeadline(),
                    given.pageDeadline(),
                    given.connectTimeout(),
                    given.maxBody(),
                    given.maxRedirects(),
                    sites));
        }
    }

    @Test
    void pollsPerHourAndHeap() throws Exception {
        System.out.println("| feeds | known after | polls per hour | live heap | documents read per hour |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: |");
        for (String feeds : System.getProperty("feeds", "10000,50000").split(",")) {
            measure(Integer.parseInt(feeds.strip()));
        }
    }

    private void measure(int feeds) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        Process child = null;
        try {
            prepare(feeds, server.getAddress().getPort());
            Path log = folder.resolve("child-" + feeds + ".log");
            int port =
                    20000 + feeds % 10000 / 10 + (int) (ProcessHandle.current().pid() % 1000);
            Instant started = Instant.now();
            child = child(feeds, port, log);
            long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            answers.reset();
            while (answers.sum() == 0) {
                assertThat(System.nanoTime()).as(tail(log)).isLessThan(deadline);
                assertThat(child.waitFor(200, TimeUnit.MILLISECONDS))
                        .as(tail(log))
                        .isFalse();
            }
            Duration known = Duration.between(started, Instant.now());
            TimeUnit.SECONDS.sleep(20);
            double read = metric(port, "dateline_feeds_polls_total", "document");
            answers.reset();
            long begin = System.nanoTime();
            TimeUnit.SECONDS.sleep(SECONDS);
            double hours = (System.nanoTime() - begin) / 3.6e12;
            long polls = answers.sum();
            double documents = metric(port, "dateline_feeds_polls_total", "document") - read;
            new ProcessBuilder(jdk("jcmd"), Long.toString(child.pid()), "GC.run")
                    .start()
                    .waitFor();
            double heap = metric(port, "jvm_memory_used_bytes", "heap");
            System.out.printf(
                    "| %,d | %d s | %,.0f | %.0f MiB | %,.0f |%n",
                    feeds, known.toSeconds(), polls / hours, heap / (1 << 20), documents / hours);
        } finally {
            if (child != null) {
                child.destroyForcibly().waitFor();
            }
            server.stop(0);
        }
    }

    private static String site(int feed) {
        return "site" + feed + ".test";
    }

    private static Subscription feed(int number, int port) {
        return Samples.feed("http://" + site(number) + ":" + port + "/" + number);
    }

    /** Puts the feeds and their history into fresh topics, as a service that has run for months would have. */
    private static void prepare(int feeds, int port) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", Backends.bootstrapServers(), "linger.ms", 20);
        try (Admin admin = Admin.create(settings)) {
            for (String topic : List.of(FeedTopics.DEFINITIONS, FeedTopics.STATE)) {
                if (admin.listTopics().names().get().contains(topic)) {
                    admin.deleteTopics(List.of(topic)).all().get();
                    TimeUnit.SECONDS.sleep(2);
                }
                NewTopic fresh = new NewTopic(topic, PARTITIONS, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "8388608"));
                admin.createTopics(List.of(fresh)).all().get();
            }
        }
        ContractJson json = new ContractJson();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < feeds; i++) {
                Subscription feed = feed(i, port);
                int partition = FeedPartition.of(feed.url(), PARTITIONS);
                producer.send(new ProducerRecord<>(FeedTopics.DEFINITIONS, partition, feed.id(), json.write(feed)));
                producer.send(new ProducerRecord<>(FeedTopics.STATE, partition, feed.id(), json.write(state(i, port))));
            }
        }
    }

    private static FeedState state(int number, int port) {
        List<Entry> history = new ArrayList<>();
        for (int i = 0; i < HISTORY; i++) {
            String link = "http://" + site(number) + ":" + port + "/" + number + "/" + i;
            history.add(Samples.entry("", link, "Story " + i, ""));
        }
        Instant now = Instant.now();
        return new FeedState(
                new StatusBuilder(FeedState.NEW.status())
                        .succeeded(now)
                        .document("Feed " + number, "en", "RSS 2.0", List.of())
                        .arrived(Arrivals.NONE.plus(LocalDate.now(ZoneOffset.UTC), 20), now)
                        .due(now, Duration.ofSeconds(1))
                        .build(),
                "\"0\"",
                null,
                1,
                false,
                null,
                null,
                ENTRIES,
                SeenEntries.NONE.with(KeyedEntry.of(history), HISTORY),
                List.of(),
                List.of(),
                QuietTimes.NONE,
                null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            long turn = System.nanoTime() / 1000 % 10;
            String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
            answers.increment();
            if (turn < 6 && tag != null) {
                exchange.getResponseHeaders().add("ETag", tag);
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            long newest = turn < 8 && tag != null ? Long.parseLong(tag.replace("\"", "")) : System.nanoTime();
            byte[] body = document("http://" + exchange.getRequestHeaders().getFirst("Host") + path, newest);
            exchange.getResponseHeaders().add("ETag", "\"" + newest + "\"");
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] document(String url, long newest) {
        StringBuilder out = new StringBuilder(32_000).append("<rss version=\"2.0\"><channel><title>A feed</title>");
        for (int i = 0; i < ENTRIES; i++) {
            String link = url + "/" + (i == 0 ? newest : HISTORY - i);
            String title = i == 0 ? "News " + newest : "Story " + (HISTORY - i);
            out.append("<item><title>")
                    .append(title)
                    .append("</title><link>")
                    .append(link)
                    .append("</link>");
            if (i == 0) {
                out.append("<description>")
                        .append("Whole sentences of a story. ".repeat(100))
                        .append("</description>");
            }
            out.append("<pubDate>Tue, 21 Apr 2026 09:00:00 GMT</pubDate></item>");
        }
        return out.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private Process child(int feeds, int port, Path log) throws IOException {
        return new ProcessBuilder(
                        jdk("java"),
                        "-Xmx1g",
                        "-Dfeeds=" + feeds,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + Backends.bootstrapServers(),
                        "--dateline.feeds.group=bench-" + feeds,
                        "--dateline.feeds.min-interval=1ms",
                        "--dateline.feeds.interval=1ms",
                        "--dateline.feeds.max-interval=1ms",
                        "--dateline.fetch.pause=0s")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private double metric(int port, String name, String label) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .build();
        String all = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher lines = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$").matcher(all);
        double sum = 0;
        while (lines.find()) {
            if (lines.group(1) == null || lines.group(1).contains("\"" + label + "\"")) {
                sum += Double.parseDouble(lines.group(2));
            }
        }
        return sum;
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
