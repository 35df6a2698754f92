package dateline.load.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.load.RunningStack;
import dateline.load.article.Articles;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits articles at a steady rate, as another system does it, and looks every few hundred milliseconds which of them a
 * search finds. What it measures includes up to one such pause.
 */
final class FreshnessMeasurement {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BURSTS_A_SECOND = 10;
    private static final long SEED = 77;

    private final RunningStack stack;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.shared();
    /** By article, when it was handed in; removed when it was found. */
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();

    private final Map<String, Double> found = new ConcurrentHashMap<>();

    FreshnessMeasurement(RunningStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** Submits so many articles a second for so long, and prints how soon they were found. */
    void run(int rate, int seconds) {
        long run = Instant.now().getEpochSecond();
        String outlet = "fresh-" + run + ".example";
        Articles articles = new Articles(SEED + run, LocalDate.now(java.time.ZoneOffset.UTC), (long) rate * seconds);
        List<String> lines = LongStream.range(0, articles.count())
                .mapToObj(number -> line(articles.article(number).raw().article(), outlet, number))
                .toList();
        Thread looking = Thread.ofVirtual().start(() -> look(outlet, lines.size()));
        long start = System.nanoTime();
        submit(lines, rate);
        double submitted = (System.nanoTime() - start) / 1e9;
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Timings timings =
                Timings.of(found.values().stream().mapToDouble(millis -> millis).toArray(), submitted);
        out.printf(
                Locale.ROOT,
                "%d articles submitted at %.0f a second, %d found: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                lines.size(),
                lines.size() / submitted,
                found.size(),
                timings.percentile(0.5),
                timings.percentile(0.95),
                timings.percentile(0.99),
                timings.percentile(1));
    }

    private String line(IncomingArticle article, String outlet, long number) {
        ObjectNode line = json.createObjectNode();
        line.put("url", url(outlet, number))
                .put("outlet", outlet)
                .put("title", article.title())
                .put("text", article.body())
                .put("language", article.declaredLanguage());
        return line.toString();
    }

    private static String url(String outlet, long number) {
        return "https://" + outlet + "/" + number;
    }

    private void submit(List<String> lines, int rate) {
        int burst = Math.max(1, rate / BURSTS_A_SECOND);
        long start = System.nanoTime();
        try (Asker asker = new Asker()) {
            for (int from = 0; from < lines.size(); from += burst) {
                long due = start + (long) (from * 1e9 / rate);
                sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                String outlet = json.readTree(lines.get(from)).path("outlet").asString();
                StringBuilder body = new StringBuilder();
                // From when it was due, so that a slow answer to the burst before counts, too.
                for (int at = from; at < Math.min(lines.size(), from + burst); at++) {
                    waiting.put(ArticleId.of(CanonicalUrl.of(url(outlet, at))), due);
                    body.append(lines.get(at).replaceFirst("\\{", "{\"published\":\"" + Instant.now() + "\","))
                            .append('\n');
                }
                asker.send(
                        "POST",
                        stack.ingest() + "/api/articles",
                        "application/x-ndjson",
                        body.toString().getBytes(UTF_8));
            }
        }
    }

    private void look(String outlet, int expected) {
        long last = System.nanoTime();
        try (Asker asker = new Asker()) {
            while (found.size() < expected && System.nanoTime() - last < PATIENCE.toNanos()) {
                String path = stack.query() + "/api/articles?sort=newest&facets=&outlet=" + outlet;
                // Between two refreshes there is nothing new, and to fetch the same articles again would be work that
                // the
                // service has only because it is measured.
                if (json.readTree(asker.get(path + "&size=1")).path("total").asInt() > found.size()) {
                    int before = found.size();
                    pages(asker, path + "&size=100");
                    last = found.size() > before ? System.nanoTime() : last;
                }
                sleep(PAUSE);
            }
        }
    }

    /** Reads until a page has nothing new. */
    private void pages(Asker asker, String path) {
        String next = "";
        int seen;
        do {
            seen = found.size();
            JsonNode page = json.readTree(asker.get(path + (next.isEmpty() ? "" : "&next=" + next)));
            long now = System.nanoTime();
            for (JsonNode item : page.path("items")) {
                Long since = waiting.remove(item.path("id").asString());
                if (since != null) {
                    found.put(item.path("id").asString(), (now - since) / 1e6);
                }
            }
            next = page.path("next").asString("");
        } while (found.size() > seen && !next.isEmpty());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
