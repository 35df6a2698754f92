package dateline.query.match;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.query.SampleArticle;
import dateline.query.index.ArticleDocument;
import dateline.query.index.ArticleDocuments;
import dateline.query.match.SearchMonitor.Watched;
import dateline.query.saved.QueryText;
import dateline.query.search.Attribute;
import dateline.query.search.ResolvedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchMonitorTests {
    private final SearchMonitor monitor = new SearchMonitor();

    @AfterEach
    void close() {
        monitor.close();
    }

    private void put(String id, String query) {
        monitor.put(List.of(new Watched(id, QueryText.read(query), ResolvedNames.NONE)));
    }

    private Set<String> matches(SampleArticle article) {
        return monitor.match(List.of(ArticleDocuments.of(article.build()))).getFirst();
    }

    private static SampleArticle ferry() {
        return SampleArticle.at("https://a.example/ferry").titled("Ferries sail again");
    }

    @Test
    void aSearchIsLookedOutForUntilItIsRemoved() {
        put("a", "q=ferry");
        put("b", "q=train");
        assertThat(matches(ferry())).containsExactly("a");
        put("b", "q=sailing");
        assertThat(matches(ferry())).containsExactlyInAnyOrder("a", "b");
        monitor.remove(List.of("a"));
        assertThat(matches(ferry())).containsExactly("b");
    }

    @Test
    void aNameIsKnownByTheArticleOrByTheIdsItStoodFor() {
        SampleArticle article = SampleArticle.at("https://a.example/x")
                .titled("Ladeira speaks")
                .naming("person:ladeira", "Marta Ladeira", EntityType.PERSON, "Ladeira");
        put("by family name", "entity=ladeira");
        put("by another", "entity=the+president");
        assertThat(matches(article)).containsExactly("by family name");
        monitor.put(List.of(new Watched(
                "by another",
                QueryText.read("entity=the+president"),
                new ResolvedNames(Map.of(Attribute.ENTITY, Map.of("the president", Set.of("person:ladeira")))))));
        assertThat(matches(article)).containsExactlyInAnyOrder("by family name", "by another");
    }

    @Test
    void eachOfSeveralArticlesHasItsOwnMatches() {
        put("a", "q=ferry");
        put("b", "q=train");
        put("neither", "q=-ferry+-train");
        assertThat(monitor.match(List.of(
                        ArticleDocuments.of(ferry().build()),
                        ArticleDocuments.of(SampleArticle.at("https://a.example/t")
                                .titled("Trains")
                                .saying("Nothing else.")
                                .build()))))
                .containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void theBeginningOfAWordIsLookedForInWordsAsWritten() {
        put("three", "q=fer*");
        put("long", "q=ferries*");
        put("other", "q=ferr*+trai*");
        assertThat(matches(ferry())).containsExactlyInAnyOrder("three", "long");
    }

    @Test
    void manyArticlesAtOnceAreMatchedAsEachAlone() {
        put("word", "q=contracts");
        put("phrase", "q=%22new+contracts%22");
        put("another language", "q=Verhandlung");
        put("of one language", "q=contracts&language=de");
        put("without", "q=Verhandlung+-contracts");
        List<ArticleDocument> articles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            SampleArticle article = SampleArticle.at("https://a.example/" + i)
                    .in(i % 2 == 0 ? "en" : "de")
                    .titled(i % 3 == 0 ? "New contracts signed" : "Verhandlungen fortgesetzt");
            articles.add(ArticleDocuments.of(article.build()));
        }

        List<Set<String>> together = monitor.match(articles);

        assertThat(together)
                .isEqualTo(articles.stream()
                        .map(article -> monitor.match(List.of(article)).getFirst())
                        .toList());
        assertThat(together.subList(0, 4))
                .containsExactly(
                        Set.of("word", "phrase"),
                        Set.of("another language", "without"),
                        Set.of(),
                        Set.of("word", "phrase", "of one language"));
    }
}
