package dateline.enrich.entity;

import dateline.enrich.knowledge.Edit;
import dateline.enrich.knowledge.EntityName;
import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Speed of the tagger and of the whole entity step on articles of 3.5 KB, made of invented paragraphs. Prints the load of
 * the machine, without which the figures say little.
 */
class EntityBenchmark {
    private static final String[] PARAGRAPHS = {
        "Prime Minister Nikol Pashinyan said on Thursday that Armenia would not take part in the summit in Minsk, where the"
                + " leaders of the Collective Security Treaty Organization [CSTO] are to meet next week. Pashinyan told reporters"
                + " in Yerevan that his government had informed its partners of the decision in good time.\n\n",
        "The central bank of Kenya raised its main rate by half a point after inflation reached its highest level in two"
                + " years. Analysts at Standard Chartered in Nairobi had expected no change, but John Kamau Mwangi, who heads"
                + " research at the lender, said that the shilling had left the bank little choice.\n\n",
        "Farmers on the northern plains fear that the late rains will halve the harvest of maize and beans. At the market of"
                + " Kitale, Grace Achieng Otieno pointed at empty sacks. \"We have sold the goats,\" she said. The ministry of"
                + " agriculture promised seed for the second season, and the World Food Programme has opened two stores.\n\n",
        "In Brussels, Ursula von der Leyen defended the agreement before the European Parliament. The deal with Mercosur would"
                + " open markets for machines and cars from Germany and Italy, she said, while France and Poland want more time."
                + " Donald Tusk and Emmanuel Macron had written a joint letter on Sunday.\n\n"
    };

    @Test
    void printsTable() throws InterruptedException {
        run();
    }

    private static void run() throws InterruptedException {
        long started = System.nanoTime();
        StatisticalTagger statistical = StatisticalTagger.load();
        EntityTagger tagger = new EntityTagger(KnowledgeBase.load(), statistical);
        double load = (System.nanoTime() - started) / 1e9;
        List<String> articles = articles(400);
        Tokenizer tokenizer = new Tokenizer();
        List<Tokens> tokens = articles.stream().map(tokenizer::tokenize).toList();
        long count = tokens.stream().mapToLong(Tokens::size).sum();
        double tagging = best(3, () -> tokens.forEach(statistical::tag));
        double tokenizing = best(3, () -> articles.forEach(tokenizer::tokenize));
        Runnable whole = () -> articles.forEach(text -> tagger.annotate("", text, "en", ArticleContext.NONE));
        double openNlp = openNlp(tokens);
        double one = best(3, whole);
        double two = clock(3, whole, 2);
        KnowledgeBase knowledge = KnowledgeBase.load();
        List<Edit> edit =
                List.of(new Edit.AddAlias("org:belta", new EntityName("BelTA TV", "en", EntityName.Kind.NAME)));
        double rebuild = best(3, () -> new EntityTagger(knowledge.with(edit), statistical));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                """
                | measure | value |
                | --- | ---: |
                | knowledge base and model loaded in | %.1f s |
                | heap in use afterwards | %d MB |
                | tokenizer, one thread, processor time | %.0f k tokens/s |
                | statistical tagger, one thread, processor time | %.0f k tokens/s |
                | OpenNLP name finder, same tokens, one thread, processor time | %s |
                | edit applied and alias index built again in, processor time | %.0f ms |
                | whole entity step, one thread, processor time | %.0f articles/s |
                | whole entity step, two threads, by the clock | %.0f articles/s |
                | load average of the machine | %.1f |
                """,
                load,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                count / tokenizing / 1000,
                count / tagging / 1000,
                Double.isNaN(openNlp)
                        ? "not run: no shared/eval/ner/wikigold to train it from"
                        : String.format(
                                Locale.ROOT,
                                "%.0f k tokens/s (%.0f times slower)",
                                count / openNlp / 1000,
                                openNlp / tagging),
                rebuild * 1000,
                articles.size() / one,
                2 * articles.size() / two,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Seconds that OpenNLP's name finder takes for the same texts; NaN if it could not be trained. */
    private static double openNlp(List<Tokens> tokens) throws InterruptedException {
        Optional<Path> wikigold = SharedData.find("ner/wikigold/wikigold.conll.txt");
        if (wikigold.isEmpty()) {
            return Double.NaN;
        }
        OpenNlpFinder finder;
        try {
            finder = OpenNlpFinder.train(wikigold.get(), 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<List<String[]>> texts =
                tokens.stream().map(OpenNlpFinder::sentences).toList();
        return best(2, () -> texts.forEach(finder::find));
    }

    /** Seconds of processor time of the fastest round: what a core of its own would take, however busy the machine is. */
    private static double best(int rounds, Runnable work) throws InterruptedException {
        double[] best = {Double.MAX_VALUE};
        Thread thread = Thread.ofPlatform().start(() -> {
            for (int round = 0; round < rounds; round++) {
                long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                work.run();
                long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
                best[0] = Math.min(best[0], took / 1e9);
            }
        });
        thread.join();
        return best[0];
    }

    /** Seconds of the fastest round by the clock. */
    private static double clock(int rounds, Runnable work, int threads) throws InterruptedException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            CountDownLatch done = new CountDownLatch(threads);
            for (int t = 0; t < threads; t++) {
                Thread.ofPlatform().start(() -> {
                    work.run();
                    done.countDown();
                });
            }
            done.await();
            best = Math.min(best, (System.nanoTime() - started) / 1e9);
        }
        return best;
    }

    private static List<String> articles(int count) {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int p = i; text.length() < 3_500; p++) {
                text.append(PARAGRAPHS[p % PARAGRAPHS.length]);
            }
            articles.add(text.substring(0, 3_500));
        }
        return articles;
    }

    static void main(String[] args) throws InterruptedException {
        run();
    }
}
