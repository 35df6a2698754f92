package dateline.ingest.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contract.ArticleDate;
import dateline.contract.IncomingArticle;
import dateline.contract.Origin;
import dateline.ingest.extract.ArticleExtractor;
import dateline.ingest.extract.OutletReader;
import dateline.ingest.problem.InvalidField;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SubmissionReaderTests {
    private static final Instant NOW = Instant.parse("2026-04-22T08:00:00Z");
    private static final String STORY = "The two presidents met in the morning and spoke for three hours about trade,"
            + " roads and the price of grain, officials of both sides said.";

    private final JsonMapper json = JsonMapper.builder().build();
    private final SubmissionReader reader =
            new SubmissionReader(new OutletReader(new ArticleExtractor(), 10), InstantSource.fixed(NOW));

    @Test
    void urlAndTextAreEnough() {
        IncomingArticle article = read("""
                {"url": "https://News.Example.org/a?utm_source=x", "text": "Talks open\\n\\n%s"}""".formatted(STORY));

        assertThat(article.url()).isEqualTo("https://news.example.org/a");
        assertThat(article.title()).isEqualTo("Talks open");
        assertThat(article.body()).isEqualTo(STORY);
        assertThat(article.outlet().id()).isEqualTo("example.org");
        assertThat(article.published().source()).isEqualTo(ArticleDate.Source.FIRST_SEEN);
        assertThat(article.origin().channel()).isEqualTo(Origin.Channel.SUBMITTED);
        assertThat(article.origin().requestedUrl()).isEqualTo("https://News.Example.org/a?utm_source=x");
    }

    @Test
    void whatTheSubmitterStatesBeatsWhatTheTextSays() {
        IncomingArticle article = read("""
                {"url": "https://example.org/a", "title": "Given title", "published": "21.04.2026", "bylines": ["A. Writer"],
                 "language": "en-GB", "section": "World", "outlet": {"name": "The Example", "country": "gb"},
                 "text": "Another title\\n\\nPosted: 20.04.2026 09:05:09\\n\\n%s"}""".formatted(STORY));

        assertThat(article.title()).isEqualTo("Given title");
        assertThat(article.bylines()).containsExactly("A. Writer");
        assertThat(article.declaredLanguage()).isEqualTo("en-GB");
        assertThat(article.section()).isEqualTo("World");
        assertThat(article.outlet().name()).isEqualTo("The Example");
        assertThat(article.outlet().country()).isEqualTo("GB");
        assertThat(article.published())
                .isEqualTo(new ArticleDate(
                        Instant.parse("2026-04-21T00:00:00Z"),
                        ArticleDate.Precision.DAY,
                        ArticleDate.Source.SUBMITTED));
    }

    @Test
    void aPageIsReadLikeAFetchedOne() {
        IncomingArticle article = read("""
                {"url": "https://example.org/a", "outlet": "The Example",
                 "html": "<html><body><nav>Home</nav><article><h1>Talks open</h1><p>%s</p><p>%s</p></article></body></html>"}""".formatted(STORY, STORY.replace("presidents", "ministers")));

        assertThat(article.title()).isEqualTo("Talks open");
        assertThat(article.body()).contains("presidents").doesNotContain("Home");
        assertThat(article.outlet().name()).isEqualTo("The Example");
    }

    @Test
    void aTextThatLooksLikeNoStoryIsKeptWhole() {
        assertThat(read("{\"url\": \"https://example.org/a\", \"title\": \"Notice\", \"text\": \"Read more\"}")
                        .body())
                .isEqualTo("Read more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text": "x"}                                                        | url
            {"url": "ftp://example.org/a", "text": "x"}                          | url
            {"url": "https://example.org/a"}                                     | text
            {"url": "https://example.org/a", "text": " "}                        | text
            {"url": "https://example.org/a", "text": "x", "html": "<p>x"}        | text
            {"url": "https://example.org/a", "html": "<html></html>"}            | html
            {"url": "https://example.org/a", "text": "x", "published": "soon"}   | published
            {"url": "https://example.org/a", "text": "x", "language": "%%"}      | language
            {"url": "https://example.org/a", "text": "x", "outlet": {"country": "XX"}} | outlet.country
            """)
    void whatIsWrongIsRefusedByTheFieldsName(String submission, String field) {
        assertThatThrownBy(() -> read(submission))
                .isInstanceOfSatisfying(
                        InvalidField.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void aTextWithoutEndIsTakenWithoutItsEndAndANoteOfThat() {
        var endless = new Submission(
                "https://example.org/a",
                "The ferry was late again. ".repeat(SubmissionReader.LONGEST / 26 + 10),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        IncomingArticle article = reader.read(endless);

        assertThat(article.body()).startsWith("The ferry was late again.");
        assertThat(article.origin().notes()).anyMatch(note -> note.contains("the rest was not read"));
    }

    private IncomingArticle read(String submission) {
        @Nullable Submission value = json.readValue(submission, Submission.class);
        return reader.read(value);
    }
}
