package dateline.ingest.extract;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prints word F1, byline and title for each page of the Readability set, the worst first, and the means. */
class ReadabilityPagesEvaluation {
    static final Instant SEEN = Instant.parse("2026-11-01T00:00:00Z");

    /** How one page came out. */
    record Row(
            String name,
            WordF1 text,
            boolean hasByline,
            boolean bylineRight,
            boolean bylineExact,
            boolean noByline,
            boolean titleRight,
            String detail) {}

    @Test
    void theReadabilityPages() throws Exception {
        ReadabilityPages pages = ReadabilityPages.load();
        assumeThat(pages).as("../shared/eval/readability-pages.tar.gz").isNotNull();
        print(evaluate(pages));
    }

    static void main() throws Exception {
        print(evaluate(ReadabilityPages.load()));
    }

    static List<Row> evaluate(ReadabilityPages pages) {
        ArticleExtractor extractor = new ArticleExtractor();
        List<Row> rows = new ArrayList<>();
        for (ReadabilityPages.Case page : pages.cases()) {
            Extraction got =
                    extractor.extract(new HtmlPage(page.html(), "http://fakehost/test/page.html", Hints.seenAt(SEEN)));
            String byline = page.expected("byline");
            String title = page.expected("title");
            String authors = String.join(", ", got.bylines());
            rows.add(new Row(
                    page.name(),
                    WordF1.of(page.expectedText(), got.text()),
                    byline != null,
                    byline != null && sameByline(byline, got.bylines()),
                    byline != null && exactByline(byline, got.bylines()),
                    got.bylines().isEmpty(),
                    title != null && WordF1.of(title, got.title()).f1() >= 0.8,
                    "byline " + byline + " | " + authors + "   title " + title + " | " + got.title()));
        }
        return rows;
    }

    /**
     * The expected bylines keep "By", dates, roles and white space as they stood on the page, so ours is right if each of
     * its names is in the expected one, and together they are a fifth of it.
     */
    static boolean sameByline(String expected, List<String> names) {
        String wanted = Clean.key(expected);
        int length = 0;
        for (String name : names) {
            String key = Clean.key(name);
            length += key.length();
            if (!wanted.contains(key)) {
                return false;
            }
        }
        return length > 0 && length * 5 >= wanted.length();
    }

    /**
     * The strict measure: word F1 of at least 0.8 between ours and the expected line without "By", dates, roles and
     * addresses. Expected lines that name nobody count as wrong.
     */
    static boolean exactByline(String expected, List<String> names) {
        String wanted = plainNames(expected);
        return WordF1.of(wanted, plainNames(String.join(" ", names))).f1() >= 0.8;
    }

    private static String plainNames(String byline) {
        return byline.toLowerCase(Locale.ROOT)
                .replaceAll("https?://\\S+", " ")
                .replaceAll("\\d+", " ")
                .replaceAll(
                        "\\b(?:by|von|par|por|january|february|march|april|may|june|july|august|september|october|"
                                + "november|december|posted|published|updated|staff|writer|editor|reporter|"
                                + "correspondent|contributor|at|on)\\b",
                        " ");
    }

    static void print(List<Row> rows) {
        rows.stream().sorted(Comparator.comparingDouble(row -> row.text().f1())).forEach(row -> {
            System.out.printf(
                    Locale.ROOT,
                    "%.3f  P %.3f R %.3f  %s%s  %s  %s%n",
                    row.text().f1(),
                    row.text().precision(),
                    row.text().recall(),
                    row.titleRight() ? "T" : "-",
                    row.hasByline() ? row.bylineRight() ? "B" : "x" : " ",
                    row.name(),
                    row.detail().replaceAll("\\s+", " "));
        });
        long bylines = rows.stream().filter(Row::hasByline).count();
        System.out.printf(
                Locale.ROOT,
                "%d pages: mean word F1 %.4f, precision %.4f, recall %.4f; bylines %d of %d, by the strict measure %d; "
                        + "a byline on %d of %d pages that expect none; titles %d%n",
                rows.size(),
                rows.stream().mapToDouble(row -> row.text().f1()).average().orElse(0),
                rows.stream()
                        .mapToDouble(row -> row.text().precision())
                        .average()
                        .orElse(0),
                rows.stream().mapToDouble(row -> row.text().recall()).average().orElse(0),
                rows.stream().filter(Row::bylineRight).count(),
                bylines,
                rows.stream().filter(Row::bylineExact).count(),
                rows.stream().filter(row -> !row.hasByline() && !row.noByline()).count(),
                rows.size() - bylines,
                rows.stream().filter(Row::titleRight).count());
    }
}
