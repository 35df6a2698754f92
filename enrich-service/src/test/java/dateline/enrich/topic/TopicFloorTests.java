package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.newsroom.SampleArticle;
import org.junit.jupiter.api.Test;

/** Just below what docs/benchmarks/topics.md reports. */
class TopicFloorTests {
    private final TopicTagger tagger = new TopicTagger();

    @Test
    void topicsOfTheNewsroomsArticlesNeverLearnedFromStayAsGoodAsTheyWere() {
        holds(TopicScore.of(tagger, Labelled.load(SampleArticle.Split.HELD_OUT)), 0.77, 0.80);
    }

    @Test
    void topicsOfArticlesByWhoHadNotSeenTheProgramStayAsGoodAsTheyWere() {
        holds(TopicScore.of(tagger, OwnArticles.toMeasure()), 0.82, 0.85);
    }

    private static void holds(TopicScore score, double macroF1, double precision) {
        assertThat(score.macroF1()).as(score.table()).isGreaterThanOrEqualTo(macroF1);
        assertThat(score.narrowPrecision()).as(score.table()).isGreaterThanOrEqualTo(precision);
    }
}
