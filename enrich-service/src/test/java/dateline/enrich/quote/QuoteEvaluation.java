package dateline.enrich.quote;

import dateline.contract.Mention;
import dateline.enrich.entity.NewsroomMentions;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Prints how well quotations are found: with the mentions of the entity enricher, as in the pipeline, and with the gold
 * mentions, which leaves the errors of the quotation rules alone. Measures the half that rules may be made on;
 * {@code -Ddateline.quotes.split=HELD_OUT} the other one. {@code -Ddateline.quotes.errors} lists what is wrong, of the
 * first half only.
 */
class QuoteEvaluation {
    private static final int ROUNDS = 10;

    @Test
    void print() {
        run(SampleArticle.Split.valueOf(System.getProperty("dateline.quotes.split", "TRAIN")));
    }

    static void run(SampleArticle.Split split) {
        List<SampleArticle> articles = Newsroom.load().articles(split);
        boolean lists = split == SampleArticle.Split.TRAIN && System.getProperty("dateline.quotes.errors") != null;
        NewsroomMentions tagger = new NewsroomMentions();
        QuoteFinder finder = new QuoteFinder();
        QuoteScore pipeline = new QuoteScore(lists ? System.out::println : silent());
        QuoteScore goldMentions = new QuoteScore(silent());
        Map<String, List<Mention>> found = new HashMap<>();
        for (SampleArticle article : articles) {
            String language = article.gold().language();
            List<Mention> mentions = tagger.mentions(article);
            found.put(article.slug(), mentions);
            pipeline.add(article, mentions, finder.find(article.body(), language, mentions));
            List<Mention> gold = QuoteScore.goldMentions(article);
            goldMentions.add(article, gold, finder.find(article.body(), language, gold));
        }
        System.out.println(split + ", " + articles.size() + " articles, mentions of the entity enricher");
        System.out.println(pipeline.table());
        System.out.println(split + ", gold mentions");
        System.out.println(goldMentions.table());
        printCost(articles, tagger, finder, found);
    }

    /** Processor time of one thread, which tells more than the clock on a machine that others use. */
    private static void printCost(
            List<SampleArticle> articles,
            NewsroomMentions tagger,
            QuoteFinder finder,
            Map<String, List<Mention>> found) {
        double quotes = rate(
                articles,
                ROUNDS,
                article -> finder.find(
                        article.body(), article.gold().language(), Objects.requireNonNull(found.get(article.slug()))));
        double entities = rate(articles, 1, tagger::mentions);
        double length = articles.stream()
                .mapToInt(article -> article.body().length())
                .average()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "bodies of %.0f units on average: quotes %.0f articles/s, entities %.0f articles/s of processor time%n",
                length,
                quotes,
                entities);
    }

    private static double rate(List<SampleArticle> articles, int rounds, Consumer<SampleArticle> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int round = 0; round < 5; round++) {
            long started = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < rounds; i++) {
                articles.forEach(work);
            }
            best = Math.max(best, rounds * articles.size() * 1e9 / (threads.getCurrentThreadCpuTime() - started));
        }
        return best;
    }

    private static Consumer<String> silent() {
        return error -> {};
    }

    static void main(String[] args) {
        run(SampleArticle.Split.TRAIN);
    }
}
