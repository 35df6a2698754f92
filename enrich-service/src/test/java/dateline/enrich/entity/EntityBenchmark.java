package dateline.enrich.entity;

import dateline.enrich.knowledge.KnowledgeBase;
import dateline.enrich.tagger.StatisticalTagger;
import dateline.enrich.token.Tokenizer;
import dateline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        double tagging = best(3, () -> tokens.forEach(statistical::tag), 1);
        double tokenizing = best(3, () -> articles.forEach(tokenizer::tokenize), 1);
        Runnable whole = () -> articles.forEach(text -> tagger.annotate("", text, "en", ArticleContext.NONE));
        double one = best(3, whole, 1);
        double two = best(3, whole, 2);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                """
                | measure | value |
                | --- | ---: |
                | knowledge base and model loaded in | %.1f s |
                | heap in use afterwards | %d MB |
                | tokenizer, one thread | %.0f k tokens/s |
                | statistical tagger, one thread | %.0f k tokens/s |
                | whole entity step, one thread | %.0f articles/s |
                | whole entity step, two threads | %.0f articles/s |
                | load average of the machine | %.1f |
                """,
                load,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                count / tokenizing / 1000,
                count / tagging / 1000,
                articles.size() / one,
                2 * articles.size() / two,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    /** Seconds of the fastest round. */
    private static double best(int rounds, Runnable work, int threads) throws InterruptedException {
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
