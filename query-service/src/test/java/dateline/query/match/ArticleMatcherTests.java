package dateline.query.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contract.EntityType;
import dateline.query.SampleArticle;
import dateline.query.index.ArticleDocuments;
import dateline.query.saved.QueryText;
import dateline.query.search.ResolvedNames;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;

class ArticleMatcherTests {
    private static final String[] WORDS = {
        "contract", "contracts", "ferry", "ferries", "sail", "sailing", "again", "new", "the", "port", "zebra"
    };

    private final Random random = new Random(8);

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(_ -> word()).collect(Collectors.joining(" "));
    }

    private SampleArticle article(int number) {
        SampleArticle article = SampleArticle.at("https://a.example/" + number)
                .in(random.nextBoolean() ? "en" : "de")
                .titled(words(3))
                .saying(words(6), words(4));
        return random.nextBoolean() ? article.naming("person:ladeira", "Marta Ladeira", EntityType.PERSON) : article;
    }

    /** Text of any form, three levels deep. */
    private String text(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0 -> word();
            case 1 -> "\"" + words(2) + "\"";
            case 2 -> "\"" + words(2) + "\"~2";
            case 3 -> word().substring(0, 3) + "*";
            case 4 -> random.nextBoolean() ? "entity:ladeira" : "is:revised";
            case 5 -> "(" + text(depth - 1) + " " + text(depth - 1) + ")";
            case 6 -> "(" + text(depth - 1) + " OR " + text(depth - 1) + ")";
            case 7 -> "(" + text(depth - 1) + " -" + text(depth - 1) + ")";
            default -> "title:(" + word() + " OR " + words(2) + ")";
        };
    }

    private String query() {
        String q = "q=" + URLEncoder.encode(text(3), UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> q + "&language=en";
            case 1 -> q + "&entity=-ladeira";
            case 2 -> q + "&entity=person:ladeira&language=de&language=en";
            case 3 -> q + "&from=2026-04-" + (10 + random.nextInt(15));
            default -> q;
        };
    }

    @Test
    void anArticleIsFoundByTheSearchesThatLuceneRunsForIt() throws IOException {
        Analyzer analyzer = ArticleAnalyzers.perField();
        LuceneQueries queries = new LuceneQueries(analyzer);
        int found = 0;
        int searches = 400;
        // All are candidates, so that each is put to each article.
        try (Monitor monitor = new Monitor(analyzer, Presearcher.NO_FILTERING)) {
            for (int i = 0; i < searches; i++) {
                String query = query();
                monitor.register(
                        new MonitorQuery(i + " " + query, queries.query(QueryText.read(query), ResolvedNames.NONE)));
            }
            int articles = 40;
            for (int i = 0; i < articles; i++) {
                Document article =
                        ArticleFields.of(ArticleDocuments.of(article(i).build()));
                Set<String> run = matches(monitor, article, QueryMatch.SIMPLE_MATCHER);
                assertThat(matches(monitor, article, ArticleMatcher::on)).isEqualTo(run);
                found += run.size();
            }
            // Else agreeing would mean little.
            assertThat(found).isBetween(articles * searches / 5, articles * searches * 4 / 5);
        }
    }

    private static Set<String> matches(Monitor monitor, Document article, MatcherFactory<QueryMatch> how)
            throws IOException {
        return monitor.match(article, how).getMatches().stream()
                .map(QueryMatch::getQueryId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void severalArticlesAtOnceAreRefused() throws IOException {
        MemoryIndex one = new MemoryIndex();
        one.addField("title", "Ferries", ArticleAnalyzers.perField());
        IndexSearcher two = new IndexSearcher(new MultiReader(
                one.createSearcher().getIndexReader(), one.createSearcher().getIndexReader()));
        assertThatThrownBy(() -> ArticleMatcher.on(two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 articles where one can be matched at a time");
    }
}
