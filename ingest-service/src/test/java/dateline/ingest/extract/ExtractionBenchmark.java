package dateline.ingest.extract;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.dankito.readability4j.Readability4J;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast pages are read on one core, side by side with readability4j: both read each page in turn, in the same
 * run, so that whatever else the machine does hits both.
 */
class ExtractionBenchmark {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 5;
    private static final String URL = "http://fakehost/test/page.html";

    @Test
    void againstReadability4j() throws Exception {
        ReadabilityPages pages = ReadabilityPages.load();
        assumeThat(pages).as("../shared/eval/readability-pages.tar.gz").isNotNull();
        run(pages.cases());
    }

    static void main() throws Exception {
        run(ReadabilityPages.load().cases());
    }

    private static void run(List<ReadabilityPages.Case> pages) {
        ArticleExtractor ours = new ArticleExtractor();
        double[] oursMedian = new double[pages.size()];
        double[] theirsMedian = new double[pages.size()];
        List<List<Double>> oursTimes = new ArrayList<>();
        List<List<Double>> theirsTimes = new ArrayList<>();
        pages.forEach(page -> {
            oursTimes.add(new ArrayList<>());
            theirsTimes.add(new ArrayList<>());
        });
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (int i = 0; i < pages.size(); i++) {
                String html = pages.get(i).html();
                long start = System.nanoTime();
                ours.extract(new HtmlPage(html, URL, Hints.seenAt(ReadabilityPagesEvaluation.SEEN)));
                long between = System.nanoTime();
                new Readability4J(URL, html).parse();
                long end = System.nanoTime();
                if (round >= WARM_UP) {
                    oursTimes.get(i).add((between - start) / 1e6);
                    theirsTimes.get(i).add((end - between) / 1e6);
                }
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            oursMedian[i] = median(oursTimes.get(i));
            theirsMedian[i] = median(theirsTimes.get(i));
        }
        print("Dateline", oursMedian, oursTimes);
        print("readability4j", theirsMedian, theirsTimes);
        double[] ratios = new double[pages.size()];
        Arrays.setAll(ratios, i -> theirsMedian[i] / oursMedian[i]);
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "times as fast, median page: %.2f; of the median times: %.2f%n",
                ratios[ratios.length / 2],
                sortedMedian(theirsMedian) / sortedMedian(oursMedian));
    }

    private static void print(String name, double[] medians, List<List<Double>> all) {
        double sum = Arrays.stream(medians).sum();
        double max = all.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-14s %6.1f pages/s on one core; median page %6.2f ms, slowest page (median of %d) %6.1f ms, slowest run %6.1f ms%n",
                name,
                medians.length * 1000 / sum,
                sortedMedian(medians),
                ROUNDS,
                Arrays.stream(medians).max().orElse(0),
                max);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static double sortedMedian(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
