package dateline.query.index;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.EntityType;
import dateline.query.SampleArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteLinesTests {
    private static final String BODY =
            "\"The pier is safe,\" said Ada Quill, \"and Kestrel Bay knows it.\" \"We pay.\"";

    @Test
    void aQuotationThatItsAttributionSplitsIsOneLine() {
        List<ArticleDocument.QuoteLine> lines = QuoteLines.of(article());
        assertThat(lines)
                .extracting(ArticleDocument.QuoteLine::text)
                .containsExactly("The pier is safe, and Kestrel Bay knows it.", "We pay.");
    }

    @Test
    void aLineSaysWhoIsNamedInIt() {
        assertThat(QuoteLines.of(article()))
                .extracting(ArticleDocument.QuoteLine::about)
                .containsExactly(List.of("place:kestrel-bay"), List.of());
    }

    @Test
    void theDocumentCountsQuotationsAndKnowsTheirSpeakers() {
        ArticleDocument document = ArticleDocuments.of(article());
        assertThat(document.quoteCount()).isEqualTo(2);
        assertThat(document.speakers()).containsExactly("person:ada-quill");
        assertThat(document.quotedAbout()).containsExactly("place:kestrel-bay");
        assertThat(document.spellings())
                .containsExactly("person:ada-quill\tAda Quill", "place:kestrel-bay\tKestrel Bay");
    }

    private static dateline.contract.EnrichedArticle article() {
        return SampleArticle.at("https://harbour.example/pier")
                .saying(BODY)
                .naming("person:ada-quill", "Ada Quill", EntityType.PERSON)
                .naming("place:kestrel-bay", "Kestrel Bay", EntityType.PLACE)
                .quoting("The pier is safe,", "person:ada-quill", false)
                .quoting("and Kestrel Bay knows it.", "person:ada-quill", true)
                .quoting("We pay.", null, false)
                .build();
    }
}
