package dateline.enrich.topic;

import dateline.newsroom.SampleArticle;
import org.junit.jupiter.api.Test;

/** Prints how well topics are found in both halves of the newsroom. */
class TopicEvaluation {
    @Test
    void print() {
        TopicTagger tagger = new TopicTagger();
        for (SampleArticle.Split split : SampleArticle.Split.values()) {
            System.out.println(split);
            System.out.print(TopicScore.of(tagger, Labelled.load(split)).table());
        }
    }
}
