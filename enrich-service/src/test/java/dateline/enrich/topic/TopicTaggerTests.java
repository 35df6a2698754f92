package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleTopic;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTaggerTests {
    private final TopicTagger tagger = new TopicTagger();

    @Test
    void aStateVisitIsPoliticsAndInternationalRelations() {
        List<ArticleTopic> topics = tagger.tag(
                "President begins state visit",
                "The two presidents held bilateral talks on a treaty. The foreign ministry said the summit would follow"
                        + " in June, and ambassadors of both countries signed a memorandum.");

        assertThat(topics).extracting(ArticleTopic::id).contains("medtop:11000000", "medtop:20000638");
        ArticleTopic narrow = topics.stream()
                .filter(topic -> topic.id().equals("medtop:20000638"))
                .findFirst()
                .orElseThrow();
        assertThat(narrow.name()).isEqualTo("international relations");
        assertThat(narrow.path()).containsExactly("medtop:11000000", "medtop:20000638");
        assertThat(narrow.evidence()).contains("bilateral…");
    }

    @Test
    void aFewHintsAreOnlyEnoughForTheBroaderTopic() {
        assertThat(tagger.tag(
                        "Club opens new season",
                        "The team met its fans before the first match; the coach spoke of a long league."))
                .extracting(ArticleTopic::id)
                .containsExactly("medtop:15000000");
    }

    @Test
    void wordsInCyrillicSpeakToo() {
        assertThat(tagger.tag("Президент провёл переговоры", "Министр и посол обсудили визит. Правительство довольно."))
                .extracting(ArticleTopic::id)
                .contains("medtop:11000000");
    }

    @Test
    void aTextAboutNothingInParticularHasNoTopic() {
        assertThat(tagger.tag("Untitled", "It was as it had always been, and so it would stay."))
                .isEmpty();
        assertThat(tagger.tag("", "")).isEmpty();
    }

    @Test
    void oneWordRepeatedOverAndOverDoesNotMakeItSure() {
        assertThat(tagger.tag("", "snow ".repeat(3))).isEmpty();
    }
}
