package dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.newsroom.SampleArticle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnArticlesTests {
    private final List<Labelled> articles = OwnArticles.toLearnFrom();
    private final List<Labelled> measured = OwnArticles.toMeasure();
    private final TopicTree tree = TopicTree.load();

    @Test
    void aNarrowerTopicNeverStandsWithoutItsTopTerm() {
        for (Labelled article :
                Stream.concat(articles.stream(), measured.stream()).toList()) {
            assertThat(article.gold()).as(article.story()).isNotEmpty();
            for (String id : article.gold()) {
                assertThat(article.gold())
                        .as(article.story())
                        .contains(tree.path(id).getFirst());
            }
        }
    }

    @Test
    void whatMeasuresIsNotLearnedFrom() {
        Set<String> measures = Stream.concat(Labelled.load(SampleArticle.Split.HELD_OUT).stream(), measured.stream())
                .map(article -> article.text().title())
                .collect(Collectors.toSet());

        assertThat(articles).extracting(Labelled::story).doesNotHaveDuplicates().doesNotContainAnyElementsOf(measures);
    }
}
