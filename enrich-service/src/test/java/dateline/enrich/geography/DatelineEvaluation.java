package dateline.enrich.geography;

import dateline.contract.Block;
import dateline.contract.Geography;
import dateline.contract.RawArticle;
import dateline.enrich.WholePipeline;
import dateline.newsroom.GoldLabels;
import dateline.newsroom.Newsroom;
import dateline.newsroom.SampleArticle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Datelines of the newsroom through the whole pipeline: right if the place's entity is the labelled one. "Text alone": the
 * body is one block and the dateline must be noticed, too. "Block": the labelled dateline is a block, as extraction makes
 * them. The held-out half is only measured with {@code -Dfacts.heldOut}, and without naming errors.
 */
public class DatelineEvaluation {
    @Test
    void printsTable() {
        try (WholePipeline whole = new WholePipeline()) {
            score(whole, SampleArticle.Split.TRAIN, true);
            if (System.getProperty("facts.heldOut") != null) {
                score(whole, SampleArticle.Split.HELD_OUT, false);
            }
        }
    }

    private static void score(WholePipeline whole, SampleArticle.Split split, boolean errors) {
        int gold = 0;
        int found = 0;
        int right = 0;
        int rightBlocks = 0;
        for (SampleArticle sample : Newsroom.load().articles(split)) {
            GoldLabels.Dateline label = sample.gold().dateline();
            String place = place(whole, WholePipeline.article(sample));
            found += place == null ? 0 : 1;
            if (label == null) {
                if (place != null && errors) {
                    System.out.println("INVENTED " + place + " " + sample.body().substring(0, 60));
                }
                continue;
            }
            gold++;
            boolean same = Objects.equals(place, label.place());
            right += same ? 1 : 0;
            String block = place(whole, withBlock(sample, label));
            rightBlocks += Objects.equals(block, label.place()) ? 1 : 0;
            if (errors && !(same && Objects.equals(block, label.place()))) {
                System.out.println("WRONG " + place + " / " + block + " for " + label.place() + " "
                        + sample.body().substring(0, 60));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| datelines, %s | text alone: precision %.3f (%d of %d), recall %.3f (of %d) | block: right %.3f |%n",
                split,
                (double) right / Math.max(1, found),
                right,
                found,
                (double) right / gold,
                gold,
                (double) rightBlocks / gold);
    }

    private static String place(WholePipeline whole, RawArticle article) {
        Geography geography = whole.pipeline().enrich(article).geography();
        return geography == null || geography.dateline() == null
                ? null
                : geography.dateline().entityId();
    }

    private static RawArticle withBlock(SampleArticle sample, GoldLabels.Dateline label) {
        String rest = sample.body().substring(label.end()).replaceFirst("^[\\s—–:.-]+", "");
        return WholePipeline.article(
                sample.title(),
                sample.gold().published().at(),
                sample.outlet().country(),
                List.of(
                        new Block(Block.Kind.DATELINE, sample.body().substring(label.start(), label.end())),
                        new Block(Block.Kind.PARAGRAPH, rest)));
    }

    static void main(String[] args) {
        new DatelineEvaluation().printsTable();
    }
}
