package dateline.enrich.topic;

import dateline.newsroom.SampleArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints how well topics are found in the newsroom's training half; with {@code -Ddateline.topics.heldOut=1} in the other,
 * which {@code docs/models/topics.md} counts, and in our own articles that nothing was learned from, and with {@code -Ddateline.topics.file=FILE,FILE} in articles of such files.
 */
class TopicEvaluation {
    @Test
    void print() throws IOException {
        TopicTagger tagger = new TopicTagger();
        String files = System.getProperty("dateline.topics.file");
        if (files != null) {
            List<Labelled> all = new ArrayList<>();
            for (String file : files.split(",")) {
                List<Labelled> articles = OwnArticles.read(Files.readString(Path.of(file)));
                System.out.println(file);
                System.out.print(TopicScore.of(tagger, articles).table());
                all.addAll(articles);
            }
            System.out.println("all");
            System.out.print(TopicScore.of(tagger, all).table());
            return;
        }
        if (System.getProperty("dateline.topics.heldOut") == null) {
            System.out.println(SampleArticle.Split.TRAIN);
            System.out.print(TopicScore.of(tagger, Labelled.load(SampleArticle.Split.TRAIN))
                    .table());
        } else {
            System.out.println(SampleArticle.Split.HELD_OUT);
            System.out.print(TopicScore.of(tagger, Labelled.load(SampleArticle.Split.HELD_OUT))
                    .table());
            System.out.println("our own to measure with");
            System.out.print(TopicScore.of(tagger, OwnArticles.toMeasure()).table());
        }
    }
}
