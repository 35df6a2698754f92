package dateline.load;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.load.article.Articles;
import dateline.local.CannotStart;
import dateline.local.Console;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./dateline load}. */
public final class LoadCommand {
    private LoadCommand() {}

    static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv()));
    }

    /** Returns 0 when all was published. */
    static int run(List<String> args, Map<String, String> environment) {
        try {
            Path data = Path.of(environment.getOrDefault("DATELINE_DATA", ".dateline"));
            LoadOptions options = LoadOptions.parse(args, data);
            var systemConsole = System.console();
            var console = new Console(System.err, systemConsole != null && systemConsole.isTerminal());
            Articles articles = new Articles(options.seed(), options.end(), options.articles());
            if (options.out().isPresent()) {
                write(articles, options, options.out().get());
            } else {
                publish(articles, options, console);
            }
            return 0;
        } catch (CannotStart e) {
            System.err.println("dateline: " + e.getMessage());
            return 2;
        } catch (UncheckedIOException | IOException e) {
            System.err.println("dateline: the articles can not be written: " + e.getMessage());
            return 2;
        }
    }

    private static void publish(Articles articles, LoadOptions options, Console console) {
        String kafka = RunningStack.in(options.data()).kafka();
        new LoadedArticles(options.seed(), options.end(), options.articles()).note(options.data());
        long start = System.nanoTime();
        try (Publishing publishing = new Publishing(kafka)) {
            publishing.publish(articles, options.from(), options.to(), done -> {
                double rate = done * 1e9 / (System.nanoTime() - start);
                console.progress(String.format(Locale.ROOT, "%,d articles published, %.0f a second", done, rate));
            });
        }
        console.step(String.format(Locale.ROOT, "%,d articles published", options.to() - options.from()));
    }

    private static void write(Articles articles, LoadOptions options, String file) throws IOException {
        ContractJson json = new ContractJson();
        try (OutputStream out = new BufferedOutputStream(
                file.equals("-") ? System.out : Files.newOutputStream(Path.of(file)), 1 << 20)) {
            for (long number = options.from(); number < options.to(); number++) {
                EnrichedArticle article = articles.article(number);
                out.write(json.write(article));
                out.write('\n');
            }
        }
    }
}
