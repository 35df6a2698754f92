package dateline.load.measure;

import dateline.load.RunningStack;
import dateline.load.article.Articles;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every question in many variants, each of the service and, as the very requests that the service makes of it, of
 * Elasticsearch. The two take turns; what one asks now, the other asked or will ask half a run later, when no answer to it is
 * kept any more. No variant is asked twice of either.
 */
final class SearchMeasurement {
    private static final int WARM_UP = 40;
    /**
     * The service's compiler needs more, for each question: what runs in production has answered thousands of each kind,
     * in no order, and has had processor time left to compile what it ran.
     */
    private static final Duration COMPILER_WARM_UP = Duration.ofSeconds(20);

    private static final int WARM_UP_AT_ONCE = 3;

    private final RunningStack stack;
    private final Articles articles;
    private final LocalDate end;
    private final int requests;
    private final PrintStream out;

    SearchMeasurement(RunningStack stack, Articles articles, LocalDate end, int requests, PrintStream out) {
        this.stack = stack;
        this.articles = articles;
        this.end = end;
        this.requests = requests;
        this.out = out;
    }

    /** A question's variant, with what the service makes of it. */
    private record Variant(String path, List<List<Call>> calls) {}

    /** Prints a row for each question and number of askers. */
    void run(RecordedService recorded, List<Question> questions, List<Integer> concurrencies) {
        int asked = even(requests, concurrencies);
        int different = asked * concurrencies.size() + WARM_UP;
        warmUp(questions, different);
        out.println(
                "| question | at once | service p50 | p95 | p99 | a second | raw p50 | p95 | p99 | a second | p50 / raw |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        try (recorded) {
            for (Question question : questions) {
                List<Variant> variants = record(recorded, question, different);
                forget();
                measure(variants.subList(0, WARM_UP), 1);
                for (int i = 0; i < concurrencies.size(); i++) {
                    int from = WARM_UP + i * asked;
                    Pair pair = measure(variants.subList(from, from + asked), concurrencies.get(i));
                    out.printf(
                            Locale.ROOT,
                            "| %s | %d | %s | %s | %.2f |%n",
                            question.name(),
                            concurrencies.get(i),
                            row(pair.service()),
                            row(pair.raw()),
                            pair.service().percentile(0.5) / pair.raw().percentile(0.5));
                }
            }
        }
    }

    /** Lets the service's compiler see what will be asked; with variants that are not measured. */
    private void warmUp(List<Question> questions, int measured) {
        AtomicInteger turn = new AtomicInteger();
        long enough = System.nanoTime()
                + COMPILER_WARM_UP.multipliedBy(questions.size()).toNanos();
        try (Asker asker = new Asker()) {
            sideBySide(WARM_UP_AT_ONCE, () -> {
                while (System.nanoTime() - enough < 0) {
                    int at = turn.getAndIncrement();
                    Question question = questions.get(at % questions.size());
                    asker.get(stack.query() + question.path(articles, end, measured + at / questions.size()));
                }
            });
        }
    }

    /** Has a service whose requests pass the recorder asked every variant. */
    private List<Variant> record(RecordedService recorded, Question question, int count) {
        Map<String, String> turned = new HashMap<>();
        List<Variant> variants = new ArrayList<>();
        try (Asker asker = new Asker()) {
            for (int variant = 0; variant < count; variant++) {
                String first = question.path(articles, end, variant);
                String path =
                        turned.computeIfAbsent(first, from -> turned(asker, recorded.url(), from, question.pages()));
                recorded.calls();
                asker.get(recorded.url() + path);
                variants.add(new Variant(path, recorded.calls()));
            }
        }
        return variants;
    }

    private static String row(Timings timings) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f",
                timings.percentile(0.5),
                timings.percentile(0.95),
                timings.percentile(0.99),
                timings.perSecond());
    }

    /** Recording has asked everything once; what Elasticsearch kept of that would be no measurement. */
    private void forget() {
        clear("");
    }

    /**
     * Answers without hits are kept until the index changes. Half of what is asked would be such answers, and a median of
     * two kinds of answers says of neither how long it takes.
     */
    private void forgetAnswers() {
        clear("?request=true");
    }

    private void clear(String what) {
        try (Asker asker = new Asker()) {
            asker.send("POST", stack.elasticsearch() + "/articles/_cache/clear" + what, "", new byte[0]);
        }
    }

    private String turned(Asker asker, String service, String path, int pages) {
        String at = path;
        for (int page = 0; page < pages; page++) {
            String answer = new String(asker.get(service + at), StandardCharsets.UTF_8);
            String next = JsonMapper.shared().readTree(answer).path("next").asString("");
            if (next.isEmpty()) {
                return at;
            }
            at = path + "&next=" + next;
        }
        return at;
    }

    private record Pair(Timings service, Timings raw) {}

    private Pair measure(List<Variant> variants, int concurrency) {
        int count = variants.size();
        double[] service = new double[count];
        double[] raw = new double[count];
        double serviceSeconds = 0;
        double rawSeconds = 0;
        // Turns of a few requests each, so that what else the machine does meets both.
        int turn = turn(concurrency);
        try (Asker asker = new Asker()) {
            for (int begin = 0; begin < count; begin += turn) {
                int first = begin;
                int last = Math.min(count, begin + turn);
                if (begin == count / 2) {
                    forgetAnswers();
                }
                IntConsumer ask = at -> service[at] =
                        millis(() -> asker.get(stack.query() + variants.get(at).path()));
                IntConsumer repeat = at -> raw[at] = millis(() -> asker.repeat(
                        stack.elasticsearch(),
                        variants.get((at + count / 2) % count).calls()));
                boolean serviceFirst = (begin / turn) % 2 == 0;
                double one = seconds(first, last, concurrency, serviceFirst ? ask : repeat);
                double other = seconds(first, last, concurrency, serviceFirst ? repeat : ask);
                serviceSeconds += serviceFirst ? one : other;
                rawSeconds += serviceFirst ? other : one;
            }
        }
        return new Pair(Timings.of(service, serviceSeconds), Timings.of(raw, rawSeconds));
    }

    private static int turn(int concurrency) {
        return concurrency == 1 ? 1 : 2 * concurrency;
    }

    /** Two halves of whole turns: then one pays for what Elasticsearch keeps as often as the other. */
    private static int even(int requests, List<Integer> concurrencies) {
        int halves = 2
                * concurrencies.stream().mapToInt(SearchMeasurement::turn).max().orElse(1);
        return (requests + halves - 1) / halves * halves;
    }

    private static double millis(Runnable request) {
        long start = System.nanoTime();
        request.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double seconds(int from, int to, int concurrency, IntConsumer request) {
        AtomicInteger next = new AtomicInteger(from);
        long start = System.nanoTime();
        sideBySide(concurrency, () -> {
            for (int at = next.getAndIncrement(); at < to; at = next.getAndIncrement()) {
                request.accept(at);
            }
        });
        return (System.nanoTime() - start) / 1e9;
    }

    private static void sideBySide(int count, Runnable asking) {
        List<CompletableFuture<Void>> askers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                askers.add(CompletableFuture.runAsync(asking, threads));
            }
        }
        // What one of them threw is thrown here.
        askers.forEach(CompletableFuture::join);
    }
}
