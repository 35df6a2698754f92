package dateline.ingest.revise;

import static dateline.ingest.revise.Sightings.NOON;
import static dateline.ingest.revise.Sightings.article;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.Change;
import dateline.contract.IncomingArticle;
import dateline.contract.RawArticle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviserTests {
    private static final String URL = "https://example.org/visit";
    private static final Instant LATER = NOON.plusSeconds(600);

    private final IncomingArticle seen = article(URL, "A visit", NOON, "They met.", "They talked.");

    @Test
    void theFirstSightIsRevisionOne() {
        RawArticle raw = Reviser.first(seen);

        assertThat(raw.revision()).isEqualTo(1);
        assertThat(raw.firstSeen()).isEqualTo(NOON);
        assertThat(raw.changes()).isEmpty();
    }

    @Test
    void aChangedParagraphIsANewRevisionThatSaysWhatWasAddedAndRemoved() {
        RawArticle next = Reviser.next(
                Reviser.first(seen), article(URL, "A visit", LATER, "They met.", "They quarrelled.", "They parted."));

        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.firstSeen()).isEqualTo(NOON);
        assertThat(next.revisedAt()).isEqualTo(LATER);
        assertThat(next.changes())
                .containsExactly(new Change(
                        2, LATER, null, List.of("They quarrelled.", "They parted."), List.of("They talked.")));
    }

    @Test
    void aChangedTitleIsANewRevisionThatKeepsTheOldTitle() {
        RawArticle next =
                Reviser.next(Reviser.first(seen), article(URL, "A long visit", LATER, "They met.", "They talked."));

        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.changes()).containsExactly(new Change(2, LATER, "A visit", List.of(), List.of()));
    }

    @Test
    void aMovedParagraphIsARevisionThatAddsAndRemovesNothing() {
        RawArticle next =
                Reviser.next(Reviser.first(seen), article(URL, "A visit", LATER, "They talked.", "They met."));

        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.changes().getFirst().added()).isEmpty();
        assertThat(next.changes().getFirst().removed()).isEmpty();
    }

    @Test
    void whiteSpaceAndTypographyAreNoRevision() {
        RawArticle last = Reviser.first(article(URL, "\"A visit\" - day one", NOON, "They  met."));

        RawArticle next = Reviser.next(last, article(URL, "“A visit” – day one", LATER, "They met.\u00a0"));

        assertThat(next.revision()).isEqualTo(1);
        assertThat(next.changes()).isEmpty();
    }

    @Test
    void aCorrectedDateKeepsTheRevision() {
        ArticleDate corrected =
                new ArticleDate(NOON.minusSeconds(60), ArticleDate.Precision.MINUTE, ArticleDate.Source.META);

        RawArticle next = Reviser.next(
                Reviser.first(seen), article(URL, "A visit", corrected, LATER, "They met.", "They talked."));

        assertThat(next.revision()).isEqualTo(1);
        assertThat(next.article().published()).isEqualTo(corrected);
    }

    @Test
    void aSightingWithoutADateDoesNotUndoAKnownOne() {
        ArticleDate unknown = new ArticleDate(LATER, ArticleDate.Precision.SECOND, ArticleDate.Source.FIRST_SEEN);

        RawArticle next = Reviser.next(Reviser.first(seen), article(URL, "A visit", unknown, LATER, "They met."));

        assertThat(next.revision()).isEqualTo(2);
        assertThat(next.article().published()).isEqualTo(Sightings.PUBLISHED);
    }

    @Test
    void aPageThatChangesForEverKeepsItsNewestChanges() {
        RawArticle raw = Reviser.first(seen);
        for (int i = 0; i < History.MAX_CHANGES + 50; i++) {
            raw = Reviser.next(raw, article(URL, "A visit", LATER, "Update " + i));
        }

        assertThat(raw.revision()).isEqualTo(History.MAX_CHANGES + 51);
        assertThat(raw.changes()).hasSize(History.MAX_CHANGES);
        assertThat(raw.changes().getLast().revision()).isEqualTo(raw.revision());
    }
}
