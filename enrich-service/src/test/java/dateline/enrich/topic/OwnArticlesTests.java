package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.newsroom.SampleArticle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OwnArticlesTests {
    private final List<Labelled> articles = OwnArticles.load();
    private final TopicTree tree = TopicTree.load();

    @Test
    void aNarrowerTopicNeverStandsWithoutItsTopTerm() {
        for (Labelled article : articles) {
            assertThat(article.gold()).as(article.story()).isNotEmpty();
            for (String id : article.gold()) {
                assertThat(article.gold())
                        .as(article.story())
                        .contains(tree.path(id).getFirst());
            }
        }
    }

    @Test
    void noneOfThemTellsAStoryOfTheNewsroomWhichMeasures() {
        Set<String> newsroom = Labelled.load(SampleArticle.Split.HELD_OUT).stream()
                .map(article -> article.text().title())
                .collect(Collectors.toSet());

        assertThat(articles).extracting(Labelled::story).doesNotHaveDuplicates().doesNotContainAnyElementsOf(newsroom);
    }
}
