package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleDate.Precision;
import dateline.contract.ArticleDate.Source;
import dateline.contract.Block;
import dateline.contract.Block.Kind;
import dateline.contract.Furniture;
import dateline.contract.Furniture.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlArticleTests {
    private static final Instant SEEN = Instant.parse("2024-06-10T12:00:00Z");
    private static final String STORY =
            "<p>The harbour council voted on Tuesday to close the pier, officials said after a long meeting.</p>"
                    + "<p>A bus will run every twenty minutes from March, the council said, and tickets will cost the same.</p>";

    private static Extraction read(String head, String body) {
        return read(head, body, null);
    }

    private static Extraction read(String head, String body, String url) {
        return new ArticleExtractor()
                .extract(new HtmlPage(
                        "<html><head>" + head + "</head><body>" + body + "</body></html>", url, Hints.seenAt(SEEN)));
    }

    private static ArticleDate date(String at, Precision precision, Source source) {
        return new ArticleDate(Instant.parse(at), precision, source);
    }

    @Test
    void jsonLdIsAskedForTheDateBeforeMetaElements() {
        Extraction article = read(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-21T09:05:00+04:00\"}</script>"
                        + "<meta property='article:published_time' content='2024-05-22'>",
                STORY);

        assertThat(article.published()).isEqualTo(date("2024-05-21T05:05:00Z", Precision.SECOND, Source.JSON_LD));
        assertThat(article.publishedOffset()).hasToString("+04:00");
    }

    @Test
    void aDateThatCannotBeIsPassedOver() {
        Extraction article = read(
                "<meta property='article:published_time' content='1970-01-01T00:00:00Z'><meta name='date' content='2031-01-01'><meta name='pubdate' content='2024-05-22'>",
                STORY);

        assertThat(article.published()).isEqualTo(date("2024-05-22T00:00:00Z", Precision.DAY, Source.META));
    }

    @Test
    void theUrlDatesAPageThatSaysNothingElse() {
        assertThat(read("", STORY, "https://a.example/2024/05/21/pier").published())
                .isEqualTo(date("2024-05-21T00:00:00Z", Precision.DAY, Source.URL));
        assertThat(read("", STORY, "https://a.example/story/120240").published())
                .isNull();
    }

    @Test
    void anUpdateLineIsTheDateOfTheChange() {
        Extraction article = read(
                "",
                "<h1>A headline of the day</h1><p class='dates'>Published: 21 May 2024. Updated: 23 May 2024</p>"
                        + STORY);

        assertThat(article.published()).isEqualTo(date("2024-05-21T00:00:00Z", Precision.DAY, Source.TEXT));
        assertThat(article.modified()).isEqualTo(date("2024-05-23T00:00:00Z", Precision.DAY, Source.TEXT));
    }

    @Test
    void aDatelineIsABlockOfItsOwn() {
        Extraction article = read("", "<h1>A headline</h1>" + STORY.replaceFirst("<p>", "<p>TBILISI, May 14 (AP) — "));

        assertThat(article.blocks()).first().isEqualTo(new Block(Kind.DATELINE, "TBILISI, May 14 (AP) —"));
        assertThat(article.dateline().place()).isEqualTo("Tbilisi");
        assertThat(article.published()).isEqualTo(date("2024-05-14T00:00:00Z", Precision.DAY, Source.DATELINE));
    }

    @Test
    void whatWasLeftOutIsKeptWithItsReason() {
        Extraction article = read(
                "",
                "<nav><a href='/a'>Home</a></nav><div>" + STORY
                        + "<p>Read more: <a href='/b'>Why the bridge took so long</a></p></div>"
                        + "<div class='comments'><p>I have taken that ferry every day for thirty years, and it was always late.</p></div>");

        assertThat(article.furniture())
                .extracting(Furniture::reason)
                .containsExactly(Reason.NAVIGATION, Reason.READ_MORE, Reason.COMMENTS);
    }

    @Test
    void correctionsAndQuotesAreTyped() {
        Extraction article = read(
                "",
                "<h1>A headline</h1>" + STORY
                        + "<blockquote><p>“The river was here before the council, and it will be here after.”</p></blockquote>"
                        + "<p>Correction: An earlier version of this story gave the wrong year.</p>");

        assertThat(article.blocks())
                .extracting(Block::kind)
                .containsExactly(Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.QUOTE, Kind.EDITORS_NOTE);
        assertThat(article.text()).doesNotContain("Correction");
    }

    @Test
    void anotherStorysJsonLdIsNotThisPages() {
        Extraction article = read(
                "<title>Pier to close after council vote</title><script type='application/ld+json'>["
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Market hall reopens\",\"datePublished\":\"2023-01-01\"},"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Pier to close after council vote\",\"datePublished\":\"2024-05-21\"}]</script>",
                STORY);

        assertThat(article.title()).isEqualTo("Pier to close after council vote");
        assertThat(article.published()).isEqualTo(date("2024-05-21T00:00:00Z", Precision.DAY, Source.JSON_LD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "<!-- %s -->",
                "//<![CDATA[\n%s\n//]]>",
                "/* <![CDATA[ */ %s /* ]]> */",
                "<![CDATA[%s]]>;\n",
                "  // <!--\n%s\n-->  "
            })
    void jsonLdIsTakenOutOfWhatTemplatesWrapItIn(String wrapping) {
        String json =
                "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ana Ruiz\"},\"description\":\"a --> b ]]> c\"}";
        Extraction article =
                read("<script type='application/ld+json'>" + wrapping.replace("%s", json) + "</script>", STORY);

        // Of a script that is no JSON only dates are saved.
        assertThat(article.bylines()).containsExactly("Ana Ruiz");
    }

    @Test
    void aCookieNoticeIsLeftOutByItsWords() {
        Extraction article = read(
                "", STORY + "<p>We and our partners store and read information on your device, to show you this.</p>");

        assertThat(article.furniture()).extracting(Furniture::reason).contains(Reason.COOKIE_NOTICE);
    }

    @Test
    void aPageWithoutAnArticleGivesNoneAndDoesNotFail() {
        assertThat(read("", "").blocks()).isEmpty();
        assertThat(new ArticleExtractor()
                        .extract(new HtmlPage("", null, Hints.seenAt(SEEN)))
                        .blocks())
                .isEmpty();
        assertThat(new ArticleExtractor()
                        .extract(new HtmlPage("<frameset><frame>", null, Hints.seenAt(SEEN)))
                        .blocks())
                .isEmpty();
    }
}
