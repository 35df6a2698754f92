package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit is wide, for slow machines; a quadratic step takes minutes on these. */
class HostileInputTests {
    private static final Hints HINTS = Hints.seenAt(Instant.parse("2024-06-10T12:00:00Z"));
    private static final Duration LIMIT = Duration.ofSeconds(8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<div>some, words and a comma, ",
                "<table><tr><td>",
                "<b>",
                "<b><p>text ",
                "<a href=x>link ",
                "<a href=x><div>link ",
                "<font><i><p>t",
                "<span class=byline>By A ",
                "<ul><li>",
                "<form><input>",
                "<div class=author>By Some Body",
                "<a href=\"",
                "<time datetime='1 1 1'>",
                "<p>1 may 1.1.1.1 1/1/1",
                "<h1>A headline</h1>",
                "<title>a - b",
                "<select><option>",
                "<svg><math>",
                "<script type=application/ld+json>[",
                "<blockquote><p>“text",
                "<br>",
                "<p>Read more: ",
                "<figure><figcaption>",
                "<section id=a><p>x",
                "<!--",
                "&amp;",
                "<meta name=author content='a, b and c'>",
                "<dl><dt><dd>",
                "<p>SHARE share ",
                "   ",
                "<p>BAKU, 21 May, "
            })
    void aHundredKilobytesOfAnythingTakeNoTime(String piece) {
        String html = piece.repeat(100_000 / piece.length());

        Extraction article = ProcessorTime.within(
                LIMIT,
                () -> new ArticleExtractor(Duration.ofMinutes(1))
                        .extract(new HtmlPage(html, "https://a.example/", HINTS)));

        assertThat(article.notes()).doesNotContain("time budget exceeded: best answer so far");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a",
                "a\n",
                "a    ",
                "BAKU ",
                "21 May ",
                "A man went. ",
                "Read more\n",
                "share ",
                "By A B\n",
                "Related Articles\n",
                "a    BELTA\n",
                "\"",
                "File:",
                "新华社"
            })
    void soDoesPlainText(String piece) {
        String text = piece.repeat(100_000 / piece.length());

        ProcessorTime.within(LIMIT, () -> new ArticleExtractor().extract(new TextPage(text, null, HINTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "A man went to town and came back.\n\n", "- a man\n\n", "x ", "\n"})
    void aTextOfHalfAMillionCharactersTakesNoTimeEither(String piece) {
        String text = piece.repeat(500_000 / piece.length());

        ProcessorTime.within(LIMIT, () -> new ArticleExtractor().extract(new TextPage(text, null, HINTS)));
    }

    @Test
    void aPageThatExceedsItsBudgetGivesWhatWasFoundAndSaysSo() {
        String html = "<p>One paragraph of a story, which is long enough to be one, as stories go.</p>".repeat(5000);

        Extraction article = new ArticleExtractor(Duration.ZERO).extract(new HtmlPage(html, null, HINTS));

        assertThat(article.notes()).contains("time budget exceeded: best answer so far");
        assertThat(article.text()).startsWith("One paragraph of a story");
    }
}
