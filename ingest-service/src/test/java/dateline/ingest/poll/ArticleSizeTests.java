package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.ingest.extract.ArticleExtractor;
import dateline.ingest.extract.OutletReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleSizeTests {
    private final ContractJson json = new ContractJson();
    private final EntryArticles articles = new EntryArticles(new OutletReader(new ArticleExtractor(), 10));

    private IncomingArticle article(int paragraphs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraphs; i++) {
            text.append("<p>Paragraph ")
                    .append(i)
                    .append(" of it says ")
                    .append("“Ünïcode” ".repeat(60))
                    .append("and then goes on.</p>");
        }
        Entry entry = Samples.entry("1", "https://example.org/a", "A", text.toString());
        IncomingArticle article =
                articles.ofFeed(Samples.feed("https://example.org/rss"), entry, Instant.EPOCH, null, List.of());
        assertThat(article).isNotNull();
        return article;
    }

    @Test
    void anOrdinaryArticleStaysAsItIs() {
        IncomingArticle article = article(100);
        assertThat(json.read(ArticleSize.fitted(article, json), Incoming.class)).isEqualTo(article);
    }

    @Test
    void anArticleTooLargeForARecordIsCutAndSaysSo() {
        byte[] fitted = ArticleSize.fitted(article(4_000), json);
        assertThat(fitted.length).isLessThan(ArticleSize.LARGEST);
        IncomingArticle cut = (IncomingArticle) json.read(fitted, Incoming.class);
        assertThat(cut.origin().notes()).singleElement().asString().contains("cut off");
        assertThat(cut.body()).startsWith(cut.blocks().getFirst().text());
    }
}
