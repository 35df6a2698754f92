package dateline.ingest.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.Block;
import dateline.contract.CanonicalUrl;
import dateline.contract.ContractJson;
import dateline.contract.Furniture;
import dateline.contract.Incoming;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.contract.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticleSizeTests {
    private final ContractJson json = new ContractJson();

    private static IncomingArticle article(int paragraphs, String paragraph, List<String> tags) {
        CanonicalUrl url = CanonicalUrl.of("https://example.org/a");
        return new IncomingArticle(
                ArticleId.of(url),
                url.value(),
                new Outlet("example.org", "Example", null, null, List.of()),
                "A",
                null,
                List.of(),
                new ArticleDate(Instant.EPOCH, ArticleDate.Precision.SECOND, ArticleDate.Source.SUBMITTED),
                null,
                "en",
                null,
                null,
                tags,
                IntStream.range(0, paragraphs)
                        .mapToObj(i -> new Block(Block.Kind.PARAGRAPH, i + paragraph))
                        .toList(),
                List.<Furniture>of(),
                new Origin(Origin.Channel.SUBMITTED, url.value(), null, null, null, Instant.EPOCH, List.of()));
    }

    private IncomingArticle fitted(IncomingArticle article) {
        byte[] fitted = ArticleSize.fitted(article, json);
        assertThat(fitted.length).isLessThanOrEqualTo(ArticleSize.LARGEST);
        return (IncomingArticle) json.read(fitted, Incoming.class);
    }

    @Test
    void anOrdinaryArticleStaysAsItIs() {
        IncomingArticle article = article(100, " of it says “Ünïcode” and then goes on.", List.of("a"));

        assertThat(fitted(article)).isEqualTo(article);
    }

    @Test
    void anArticleTooLargeForARecordIsCutAndSaysSo() {
        IncomingArticle cut = fitted(article(4_000, " says " + "“Ünïcode” ".repeat(60), List.of()));

        assertThat(cut.origin().notes()).singleElement().asString().contains("cut off");
        assertThat(cut.body()).startsWith("0 says");
    }

    @Test
    void anArticleOfTooManyTinyPartsIsCutToo() {
        IncomingArticle cut = fitted(article(
                500_000,
                "",
                IntStream.range(0, 500_000).mapToObj(i -> "tag" + i).toList()));

        assertThat(cut.blocks()).isNotEmpty();
        assertThat(cut.tags()).isNotEmpty();
    }
}
