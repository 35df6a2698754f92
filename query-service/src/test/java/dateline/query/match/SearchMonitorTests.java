package dateline.query.match;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.query.SampleArticle;
import dateline.query.index.ArticleDocuments;
import dateline.query.match.SearchMonitor.Watched;
import dateline.query.saved.QueryText;
import dateline.query.search.Attribute;
import dateline.query.search.ResolvedNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
        return monitor.match(ArticleDocuments.of(article.build()));
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
    void theBeginningOfAWordIsLookedForInWordsAsWritten() {
        put("three", "q=fer*");
        put("long", "q=ferries*");
        put("other", "q=ferr*+trai*");
        assertThat(matches(ferry())).containsExactlyInAnyOrder("three", "long");
    }

    /** As at a start, when all come at once; Lucene takes a megabyte for each of those that it is given together. */
    @Test
    void twoThousandSearchesAtOnceFitIntoAHundredMegabytes() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx100m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllAtOnce.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** What that test runs. */
    static final class AllAtOnce {
        private AllAtOnce() {}

        static void main() {
            try (SearchMonitor monitor = new SearchMonitor()) {
                monitor.put(IntStream.range(0, 2_000)
                        .mapToObj(i -> new Watched("" + i, QueryText.read("q=word" + i), ResolvedNames.NONE))
                        .toList());
            }
        }
    }
}
