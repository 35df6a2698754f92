package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.ingest.IngestApplication;
import dateline.ingest.fetch.FaultServer;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service with SIGKILL at random moments while it polls feeds that grow, until enough kills and polls were
 * made, and counts what is in the log at the end: every article once, none lost.
 */
class KillIT {
    /** A few kills' worth, for a kill costs a quarter of a minute; docs/benchmarks/poll.md has what 200 polls gave. */
    private static final int POLLS = Integer.getInteger("dateline.kill.polls", 30);

    /** A quick machine makes the polls between two kills. */
    private static final int KILLS = 3;

    private static final int SITES = 6;
    private static final int ENTRIES = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AtomicInteger polls = new AtomicInteger();
    private final Map<Integer, AtomicInteger> pollsOf = new ConcurrentHashMap<>();
    private final Random random = new Random(20261123);
    private final String group = Backends.uniqueName("kill");
    private FaultServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
        server.on("/feed/", exchange -> {
            int site = Integer.parseInt(exchange.getRequestURI().getPath().substring("/feed/".length()));
            int poll = pollsOf.computeIfAbsent(site, _ -> new AtomicInteger()).incrementAndGet();
            polls.incrementAndGet();
            FaultServer.answer(200, feed(site, Math.min(ENTRIES, 3 + poll / 2))).answer(exchange);
        });
        server.on("/page/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            FaultServer.answer(200, page(path), "Content-Type", "text/html").answer(exchange);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Every third entry brings its whole text, the others have a page. */
    private String feed(int site, int entries) {
        StringBuilder items = new StringBuilder();
        for (int i = entries; i > 0; i--) {
            String text = i % 3 == 0 ? "The story in full. ".repeat(150) : "In short.";
            items.append(
                    "<item><title>Story %d</title><link>%s</link><guid>%d</guid><description>%s</description></item>"
                            .formatted(i, url(site, "/page/" + site + "/" + i), i, text));
        }
        return "<rss version=\"2.0\"><channel><title>Site " + site + "</title>" + items + "</channel></rss>";
    }

    private static String page(String path) {
        return "<html><body><article><h1>Story at " + path + "</h1>"
                + ("<p>What happened at " + path
                                + " is told here at some length, so that it is taken for an article.</p>")
                        .repeat(5)
                + "</article></body></html>";
    }

    private String url(int site, String path) {
        return "http://site" + site + ".test:" + server.port() + path;
    }

    @Test
    void aServiceThatIsKilledAgainAndAgainLosesNothingAndRepeatsNothing() throws Exception {
        Path feeds = feedFile();
        int kills = 0;
        while (kills < KILLS || polls.get() < POLLS) {
            int before = polls.get();
            Process child = child(feeds);
            await(() -> polls.get() > before, child);
            Thread.sleep(random.nextInt(3000));
            child.destroyForcibly().waitFor();
            kills++;
        }
        assertEveryArticleOnce(child(feeds), kills + " kills during " + polls.get() + " polls");
    }

    @Test
    void whatAKilledInstanceLeavesAnotherTakesOver() throws Exception {
        Path feeds = feedFile();
        Process one = child(feeds);
        Process other = child(feeds);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Process watched = other;
                int before = polls.get();
                await(() -> polls.get() > before + 3 * SITES, watched);
                Thread.sleep(random.nextInt(1000));
                one.destroyForcibly().waitFor();
                Process survivor = other;
                int[] since = IntStream.range(0, SITES)
                        .map(site -> pollsOf.get(site).get())
                        .toArray();
                await(
                        () -> IntStream.range(0, SITES)
                                .allMatch(site -> pollsOf.get(site).get() > since[site] + 2),
                        survivor);
                one = survivor;
                other = child(feeds);
            }
            assertEveryArticleOnce(other, KILLS + " instances killed, another took over");
        } finally {
            one.destroyForcibly().waitFor();
            other.destroyForcibly().waitFor();
        }
    }

    private Path feedFile() throws IOException {
        StringBuilder list = new StringBuilder("feeds:\n");
        StringBuilder hosts = new StringBuilder("127.0.0.1 localhost\n");
        for (int site = 0; site < SITES; site++) {
            list.append("  - url: ").append(url(site, "/feed/" + site)).append('\n');
            hosts.append("127.0.0.1 site").append(site).append(".test\n");
        }
        Files.writeString(folder.resolve("hosts"), hosts);
        return Files.writeString(folder.resolve("feeds.yml"), list);
    }

    private void assertEveryArticleOnce(Process child, String what) throws Exception {
        int expected = SITES * ENTRIES;
        try {
            await(() -> pollsOf.values().stream().allMatch(count -> count.get() >= 2 * ENTRIES), child);
            articles(Topic.RAW, expected, this::ofRaw);
            // One too many would come with one of the next polls.
            int settled = polls.get();
            await(() -> polls.get() >= settled + 5 * SITES, child);
            List<String> incoming = articles(Topic.INCOMING, expected, this::ofIncoming);
            List<String> raw = articles(Topic.RAW, expected, this::ofRaw);
            System.out.println(what + "; " + incoming.size() + " articles in " + Topic.INCOMING + ", " + raw.size()
                    + " in " + Topic.RAW);
            assertThat(incoming).doesNotHaveDuplicates().hasSize(expected);
            assertThat(raw).doesNotHaveDuplicates().hasSize(expected);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private String ofIncoming(byte[] value) {
        Incoming incoming = new ContractJson().read(value, Incoming.class);
        return incoming instanceof IncomingArticle article ? article.url() : "";
    }

    private String ofRaw(byte[] value) {
        return new ContractJson().read(value, RawArticle.class).article().url();
    }

    private List<String> articles(Topic topic, int count, Function<byte[], String> url) {
        String port = ":" + server.port() + "/";
        try (TopicProbe probe = new TopicProbe(topic.topicName())) {
            return probe
                    .await(
                            count,
                            row -> row.value() != null && url.apply(row.value()).contains(port))
                    .stream()
                    .map(row -> url.apply(row.value()))
                    .toList();
        }
    }

    private Process child(Path feeds) throws IOException {
        String allowed = Stream.iterate(0, i -> i < SITES, i -> i + 1)
                .map(i -> "site" + i + ".test")
                .collect(Collectors.joining(","));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestApplication.class.getName(),
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + Backends.bootstrapServers(),
                        "--dateline.feeds.file=" + feeds,
                        "--dateline.feeds.group=" + group,
                        "--dateline.feeds.session-timeout=6s",
                        "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                        "--dateline.feeds.min-interval=300ms",
                        "--dateline.feeds.interval=300ms",
                        "--dateline.feeds.max-interval=500ms",
                        "--dateline.fetch.pause=20ms",
                        "--dateline.fetch.allowed-hosts=" + allowed)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.log").toFile()))
                .start();
    }

    private void await(BooleanSupplier condition, Process child) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(log()).isLessThan(deadline);
            boolean ended = child.waitFor(50, TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as(() -> "ended with " + child.exitValue() + "\n" + log())
                    .isFalse();
        }
    }

    private String log() {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve("child.log"));
        } catch (IOException e) {
            return e.toString();
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
