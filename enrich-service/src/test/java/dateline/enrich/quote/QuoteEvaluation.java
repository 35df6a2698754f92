package dateline.enrich.quote;

import dateline.contract.Mention;
import dateline.enrich.entity.NewsroomMentions;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Prints how well quotations are found: with the mentions of the entity enricher, as in the pipeline, and with the gold
 * mentions, which leaves the errors of the quotation rules alone. Measures the half that rules may be made on;
 * {@code -Ddateline.quotes.split=HELD_OUT} the other one. {@code -Ddateline.quotes.errors} lists what is wrong, of the
 * first half only.
 */
class QuoteEvaluation {
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
        for (SampleArticle article : articles) {
            String language = article.gold().language();
            List<Mention> mentions = tagger.mentions(article);
            pipeline.add(article, mentions, finder.find(article.body(), language, mentions));
            List<Mention> gold = QuoteScore.goldMentions(article);
            goldMentions.add(article, gold, finder.find(article.body(), language, gold));
        }
        System.out.println(split + ", " + articles.size() + " articles, mentions of the entity enricher");
        System.out.println(pipeline.table());
        System.out.println(split + ", gold mentions");
        System.out.println(goldMentions.table());
    }

    private static Consumer<String> silent() {
        return error -> {};
    }

    static void main(String[] args) {
        run(SampleArticle.Split.TRAIN);
    }
}
