package dateline.load.measure;

import dateline.load.LoadedArticles;
import dateline.load.RunningStack;
import dateline.load.article.Articles;
import dateline.local.CannotStart;
import dateline.local.Checkout;
import dateline.local.DataFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ./dateline measure}. */
public final class MeasureCommand {
    private static final String USAGE = """
            Usage: ./dateline measure search [--requests N] [--at-once 1,8] [--only WORDS] [--data DIR]
                   ./dateline measure export [--query PARAMETERS] [--data DIR]
                   ./dateline measure freshness [--rate N] [--seconds S] [--data DIR]

            Measures the stack that runs in the data folder, which ./dateline load has filled.
            search     asks N (200) variants of each question of the service, and of Elasticsearch what the service asks of it
            export     reads an export to its end and watches the service's heap
            freshness  submits N (100) articles a second and waits until each can be found""";

    private MeasureCommand() {}

    static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv()));
    }

    static int run(List<String> args, Map<String, String> environment) {
        try {
            MeasureOptions options =
                    MeasureOptions.parse(args, Path.of(environment.getOrDefault("DATELINE_DATA", ".dateline")), USAGE);
            RunningStack stack = RunningStack.in(options.data());
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d processors, load average %.1f, %s articles%n",
                    Instant.now(),
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    articles(stack));
            switch (options.what()) {
                case "search" -> search(options, stack);
                case "export" -> new ExportMeasurement(stack, System.out).run(options.query());
                case "freshness" -> new FreshnessMeasurement(stack, System.out).run(options.rate(), options.seconds());
                default -> throw new CannotStart(USAGE);
            }
            System.out.printf(
                    Locale.ROOT,
                    "load average at the end %.1f%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            return 0;
        } catch (CannotStart e) {
            System.err.println("dateline: " + e.getMessage());
            return 2;
        }
    }

    private static String articles(RunningStack stack) {
        try (Asker asker = new Asker()) {
            String count = new String(
                    asker.get(stack.elasticsearch() + "/articles/_count"), java.nio.charset.StandardCharsets.UTF_8);
            return count.replaceAll(".*\"count\":(\\d+).*", "$1");
        }
    }

    private static void search(MeasureOptions options, RunningStack stack) {
        LoadedArticles loaded = LoadedArticles.in(options.data());
        Articles articles = loaded.articles();
        List<Question> questions = Stream.of(Question.all())
                .flatMap(List::stream)
                .filter(question -> question.name().contains(options.only()))
                .toList();
        Checkout checkout =
                new Checkout(Path.of(System.getProperty("dateline.root", "")).toAbsolutePath());
        RecordedService recorded = new RecordedService(checkout, new DataFolder(options.data()), stack);
        new SearchMeasurement(stack, articles, loaded.end(), options.requests(), System.out)
                .run(recorded, questions, options.atOnce());
    }
}
