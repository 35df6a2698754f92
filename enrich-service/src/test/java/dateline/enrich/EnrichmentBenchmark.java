package dateline.enrich;

import dateline.contract.RawArticle;
import dateline.enrich.pipeline.Enricher;
import dateline.enrich.pipeline.EnrichmentPipeline;
import dateline.enrich.pipeline.Findings;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * What each enricher costs, and how many articles the whole pipeline enriches in a second, on articles of 3,500 characters:
 * the newsroom's English ones, each filled up with those behind it. Costs are CPU time of the thread, so other work on the
 * machine changes them less than it changes rates.
 */
class EnrichmentBenchmark {
    private static final int LENGTH = 3_500;
    private static final int ROUNDS = 12;

    @Test
    void printsTable() throws InterruptedException {
        run();
    }

    private static void run() throws InterruptedException {
        List<RawArticle> articles = articles();
        try (WholePipeline whole = new WholePipeline()) {
            EnrichmentPipeline pipeline = whole.pipeline();
            List<String> order = whole.order();
            Map<String, Long> nanos = new LinkedHashMap<>();
            double[] best = new double[3];
            double[] cpu = {0, Double.MAX_VALUE, Double.MAX_VALUE};
            // In turns, so that what else goes on meets all of them.
            for (int round = 0; round < ROUNDS; round++) {
                costs(whole, order, articles).forEach((name, cost) -> nanos.merge(name, cost, Math::min));
                for (int threads = 1; threads <= 2; threads++) {
                    long[] spent = whole(pipeline, articles, threads);
                    best[threads] = Math.max(best[threads], threads * articles.size() / (spent[0] / 1e9));
                    cpu[threads] = Math.min(cpu[threads], spent[1] / 1e9 / (threads * articles.size()));
                }
            }
            System.out.println("| enricher | microseconds of CPU an article | articles a second on one core | share |");
            long all = nanos.values().stream().mapToLong(Long::longValue).sum();
            nanos.forEach((name, cost) -> row(name, cost, all, articles.size()));
            row("all, one after the other", all, all, articles.size());
            for (int threads = 1; threads <= 2; threads++) {
                System.out.printf(
                        Locale.ROOT,
                        "| whole pipeline, %d thread(s) | %.0f articles/s by the clock | %.0f by CPU time, had it %d core(s) to itself |%n",
                        threads,
                        best[threads],
                        threads / cpu[threads],
                        threads);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d articles, load average %.1f%n",
                    articles.size(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static void row(String name, long nanos, long all, int articles) {
        double each = (double) nanos / articles;
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f | %.0f %% |%n", name, each / 1e3, 1e9 / each, 100.0 * nanos / all);
    }

    private static Map<String, Long> costs(WholePipeline whole, List<String> order, List<RawArticle> articles) {
        Map<String, Enricher> byName = new LinkedHashMap<>();
        whole.enrichers().forEach(enricher -> byName.put(enricher.name(), enricher));
        Map<String, Long> costs = new LinkedHashMap<>();
        for (RawArticle article : articles) {
            Findings findings = new Findings();
            for (String name : order) {
                long started = cpu();
                byName.get(name).enrich(article, findings);
                costs.merge(name, cpu() - started, Long::sum);
            }
        }
        return costs;
    }

    /** Nanoseconds by the clock, and of CPU time of all threads together. */
    private static long[] whole(EnrichmentPipeline pipeline, List<RawArticle> articles, int threads)
            throws InterruptedException {
        CountDownLatch done = new CountDownLatch(threads);
        long[] spent = new long[threads];
        long started = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Thread.ofPlatform().start(() -> {
                long before = cpu();
                articles.forEach(pipeline::enrich);
                spent[thread] = cpu() - before;
                done.countDown();
            });
        }
        done.await();
        long clock = System.nanoTime() - started;
        long cpu = 0;
        for (long one : spent) {
            cpu += one;
        }
        return new long[] {clock, cpu};
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static List<RawArticle> articles() {
        List<SampleArticle> samples = Newsroom.load().articles().stream()
                .filter(article -> article.gold().language().equals("en"))
                .toList();
        List<RawArticle> articles = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            StringBuilder body = new StringBuilder();
            for (int k = i; body.length() < LENGTH; k++) {
                body.append(samples.get(k % samples.size()).body()).append("\n\n");
            }
            articles.add(WholePipeline.article(
                    samples.get(i).title(), body.substring(0, LENGTH).split("\n\n")));
        }
        return articles;
    }

    static void main(String[] args) throws InterruptedException {
        run();
    }
}
