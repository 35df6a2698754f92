package dateline.enrich.topic;

import dateline.newsroom.SampleArticle;
import org.junit.jupiter.api.Test;

/**
 * Prints how well topics are found in the newsroom's training half; with {@code -Ddateline.topics.heldOut=1} in the other,
 * which {@code docs/models/topics.md} counts.
 */
class TopicEvaluation {
    @Test
    void print() {
        TopicTagger tagger = new TopicTagger();
        SampleArticle.Split split = System.getProperty("dateline.topics.heldOut") == null
                ? SampleArticle.Split.TRAIN
                : SampleArticle.Split.HELD_OUT;
        System.out.println(split);
        System.out.print(TopicScore.of(tagger, Labelled.load(split)).table());
    }
}
