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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextArticleTests {
    private static final Instant SEEN = Instant.parse("2024-06-10T12:00:00Z");
    private static final String FIRST =
            "The harbour council of Port Ellery voted on Tuesday to close the old ferry pier, officials said after the meeting.";
    private static final String SECOND =
            "“We cannot keep patching timber that was laid before our grandparents were born,” said the chair, Ines Talbot.";
    private static final String THIRD =
            "A replacement bus will run every twenty minutes from March, the council said in a statement.";

    private static Extraction read(String... lines) {
        return new ArticleExtractor().extract(new TextPage(String.join("\n", lines), null, Hints.seenAt(SEEN)));
    }

    @Test
    void aDatelineOnItsOwnLineAfterTheHeadlineGivesPlaceDayAndAgency() {
        Extraction article =
                read("Ferry pier to close after council vote", "", "Baku, 21 April, AZERTAC", "", FIRST, SECOND);

        assertThat(article.title()).isEqualTo("Ferry pier to close after council vote");
        assertThat(article.dateline())
                .isEqualTo(new Dateline(
                        "Baku",
                        new ArticleDate(Instant.parse("2024-04-21T00:00:00Z"), Precision.DAY, Source.DATELINE),
                        "AZERTAC"));
        assertThat(article.published()).isEqualTo(article.dateline().date());
        assertThat(article.blocks()).first().isEqualTo(new Block(Kind.DATELINE, "Baku, 21 April, AZERTAC"));
    }

    @Test
    void aDatelineBeforeTheHeadlineIsNoHeadline() {
        Extraction article =
                read("YEREVAN, MAY 21, ARMENPRESS.", "Ferry pier to close after council vote", FIRST, SECOND);

        assertThat(article.title()).isEqualTo("Ferry pier to close after council vote");
        assertThat(article.dateline().place()).isEqualTo("Yerevan");
    }

    @Test
    void aDatelineIsPartedFromTheParagraphItOpens() {
        Extraction article =
                read("Ferry pier to close after council vote", "", "TBILISI, Georgia (AP) — " + FIRST, SECOND);

        assertThat(article.blocks())
                .containsExactly(
                        new Block(Kind.DATELINE, "TBILISI, Georgia (AP) —"),
                        new Block(Kind.PARAGRAPH, FIRST),
                        new Block(Kind.PARAGRAPH, SECOND));
    }

    @Test
    void aPostedLineIsTheDateAndNotTheTitle() {
        Extraction article = read("Posted: 21.05.2024 09:05:09", "", "Friendship and timber", "", FIRST, SECOND);

        assertThat(article.title()).isEqualTo("Friendship and timber");
        assertThat(article.published())
                .isEqualTo(new ArticleDate(Instant.parse("2024-05-21T09:05:09Z"), Precision.SECOND, Source.TEXT));
        assertThat(article.text()).doesNotContain("Posted");
    }

    @Test
    void aNameBesideADateIsTheByline() {
        Extraction article = read("Ferry pier to close", "", "Mira Sandoval", "", "April 21, 2021", "", FIRST, SECOND);

        assertThat(article.bylines()).containsExactly("Mira Sandoval");
        assertThat(article.published().at()).isEqualTo("2021-04-21T00:00:00Z");
        assertThat(article.text()).startsWith(FIRST);
    }

    @Test
    void appealsAndLabelsAboveTheHeadlineAreFurniture() {
        Extraction article = read(
                "Become a Courier SupporterSupport independent journalism on the estuary:",
                "Join Today",
                "Media logo",
                "Harbour Affairs",
                "",
                "Council closes the pier and opens a row",
                "",
                "The pier in winter. Image via estuary.example",
                "The pier in winter. Image via estuary.example",
                "",
                FIRST,
                SECOND);

        assertThat(article.title()).isEqualTo("Council closes the pier and opens a row");
        assertThat(article.section()).isEqualTo("Harbour Affairs");
        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(article.blocks()).contains(new Block(Kind.CAPTION, "The pier in winter. Image via estuary.example"));
        assertThat(article.furniture()).extracting(Furniture::reason).contains(Reason.APPEAL);
    }

    @Test
    void aListOfRelatedStoriesAtTheEndIsCutOff() {
        Extraction article = read(
                "Council closes the pier and opens a row",
                "",
                FIRST,
                "",
                SECOND,
                "",
                THIRD,
                "",
                "Read in Georgian on On.example",
                "",
                "Related Articles",
                "",
                "Image via Market Office.",
                "City",
                "",
                "Market hall reopens after a three-year repair",
                "",
                "T",
                "",
                "Traders returned to the market hall on Saturday after a repair that took twice as long as planned and cost the ci",
                "",
                "Most Popular",
                "",
                "Editor‘s Picks");

        assertThat(article.text()).isEqualTo(String.join("\n\n", FIRST, SECOND, THIRD));
        assertThat(article.furniture())
                .extracting(Furniture::reason)
                .containsOnly(Reason.READ_MORE, Reason.RELATED_ARTICLES);
    }

    @Test
    void teasersWithoutAHeadingAreCutOffToo() {
        Extraction article = read(
                "Council closes the pier and opens a row",
                "",
                FIRST,
                "",
                SECOND,
                "",
                THIRD,
                "",
                "City",
                "",
                "Market hall reopens after a three-year repair",
                "",
                "T",
                "",
                "Traders returned to the market hall on Saturday after a repair that took twice as long as planned and cost the ci");

        assertThat(article.text()).isEqualTo(String.join("\n\n", FIRST, SECOND, THIRD));
    }

    @Test
    void aReadMoreLineInBracketsIsLeftOut() {
        Extraction article =
                read("Council closes the pier", "", FIRST, "", "[Read more: Why the bridge took so long]", "", SECOND);

        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(article.furniture())
                .containsExactly(new Furniture(Reason.READ_MORE, "[Read more: Why the bridge took so long]"));
    }

    @Test
    void aCaptionGluedToAParagraphIsParted() {
        Extraction article =
                read("Council closes the pier", "", FIRST + "The last ferry at the old pier           ELTA", SECOND);

        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(article.blocks()).contains(new Block(Kind.CAPTION, "The last ferry at the old pier ELTA"));
    }

    @Test
    void aSentenceAboutTheImageAboveIsACaption() {
        Extraction article =
                read("Council closes the pier", "", "Above image is of the pier in winter. " + FIRST, "", SECOND);

        assertThat(article.blocks())
                .first()
                .isEqualTo(new Block(Kind.CAPTION, "Above image is of the pier in winter."));
        assertThat(article.text()).startsWith(FIRST);
    }

    @Test
    void aCorrectionIsTheEditorsNote() {
        Extraction article = read(
                "Council closes the pier",
                "",
                FIRST,
                "",
                SECOND,
                "",
                "Correction: An earlier version gave the wrong year for the pier.");

        assertThat(article.blocks()).last().extracting(Block::kind).isEqualTo(Kind.EDITORS_NOTE);
        assertThat(article.text()).doesNotContain("Correction");
    }

    @Test
    void aShortLineBetweenParagraphsIsAHeading() {
        Extraction article = read("Council closes the pier", "", FIRST, "", "A bus instead of a boat", "", SECOND);

        assertThat(article.blocks()).contains(new Block(Kind.HEADING, "A bus instead of a boat"));
    }

    @Test
    void hardWrappedLinesAreJoined() {
        Extraction article = read(
                "Council closes the pier",
                "",
                "The harbour council of Port Ellery voted on Tuesday to close",
                "the old ferry pier, officials said after the meeting, and to",
                "run a bus on the new bridge as soon as it is open to traffic,",
                "which may take until the spring of the year after the next one",
                "at the earliest.",
                "",
                SECOND);

        assertThat(article.blocks().getFirst().text()).endsWith("one at the earliest.");
    }

    @Test
    void whatTheSubmitterSaysIsBelieved() {
        ArticleDate submitted =
                new ArticleDate(Instant.parse("2024-06-09T10:00:00Z"), Precision.SECOND, Source.SUBMITTED);
        Hints hints = new Hints("A title of their own", submitted, "en", List.of("Lea Quist"), SEEN, Set.of());

        Extraction article = new ArticleExtractor().extract(new TextPage("April 21, 2021\n\n" + FIRST, null, hints));

        assertThat(article.title()).isEqualTo("A title of their own");
        assertThat(article.published()).isEqualTo(submitted);
        assertThat(article.bylines()).containsExactly("Lea Quist");
    }

    @Test
    void anEmptyTextGivesAnEmptyArticle() {
        assertThat(read("").blocks()).isEmpty();
    }
}
