package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleTopic;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicTaggerTests {
    private final TopicTagger tagger = new TopicTagger();

    private List<ArticleTopic> tag(String title, String body) {
        return tag(title, body, null);
    }

    private List<ArticleTopic> tag(String title, String body, @Nullable String language) {
        return tagger.tag(new TopicText(title, body, null, List.of(), null, language));
    }

    @Test
    void aStateVisitIsPoliticsAndDiplomacyWithTheNamesOfWhatLiesBetween() {
        List<ArticleTopic> topics = tag(
                "Ambassadors welcome president on state visit",
                "The two presidents held bilateral talks at the embassy. Diplomats of both countries and the foreign"
                        + " ministers signed a joint statement, the foreign ministry said.",
                "en");

        assertThat(topics).extracting(ArticleTopic::id).contains("medtop:11000000", "medtop:20000639");
        ArticleTopic narrow = topics.stream()
                .filter(topic -> topic.id().equals("medtop:20000639"))
                .findFirst()
                .orElseThrow();
        assertThat(narrow.name()).isEqualTo("diplomacy");
        assertThat(narrow.path()).containsExactly("medtop:11000000", "medtop:20000638", "medtop:20000639");
        assertThat(narrow.pathNames()).containsExactly("politics", "international relations", "diplomacy");
        assertThat(narrow.evidence()).contains("state visit…");
    }

    @Test
    void theOutletsOwnSectionCounts() {
        String title = "Выстава адкрылася ў Гродне";
        String body = "Мастакі паказалі новыя працы.";
        ArticleTopic filed = tagger.tag(new TopicText(title, body, "Культура", List.of(), null, "be"))
                .getFirst();
        ArticleTopic unfiled = tag(title, body).getFirst();

        assertThat(filed.id()).isEqualTo("medtop:01000000");
        assertThat(filed.evidence()).contains("section: Культура");
        assertThat(filed.confidence()).isGreaterThan(unfiled.confidence());
    }

    @Test
    void everyTopTermAndMoreThanAHundredAndFiftyBelowHaveWords() {
        TopicTree tree = tagger.tree();
        Set<String> topics = TopicResource.rows("lexicon.tsv", 3).stream()
                .map(List::getFirst)
                .collect(Collectors.toSet());

        assertThat(topics.stream().filter(id -> tree.path(id).size() == 1)).hasSize(17);
        assertThat(topics.stream().filter(id -> tree.path(id).size() > 1)).hasSizeGreaterThan(150);
    }

    @Test
    void aFewHintsAreOnlyEnoughForTheBroaderTopic() {
        assertThat(tag(
                        "Club opens new season",
                        "The team met its fans before the first match; the coach spoke of a long league."))
                .extracting(ArticleTopic::id)
                .containsExactly("medtop:15000000");
    }

    @Test
    void wordsInCyrillicSpeakToo() {
        assertThat(tag("Президент провёл переговоры", "Министр и посол обсудили визит. Правительство довольно."))
                .extracting(ArticleTopic::id)
                .contains("medtop:11000000");
    }

    @Test
    void aTextAboutNothingInParticularHasNoTopic() {
        assertThat(tag("Untitled", "It was as it had always been, and so it would stay."))
                .isEmpty();
        assertThat(tag("", "")).isEmpty();
    }

    @Test
    void oneWordRepeatedOverAndOverDoesNotMakeItSure() {
        assertThat(tag("", "snow ".repeat(3))).isEmpty();
    }
}
