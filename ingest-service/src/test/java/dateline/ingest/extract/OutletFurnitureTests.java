package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Furniture.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutletFurnitureTests {
    private static final Hints HINTS = Hints.seenAt(Instant.parse("2024-06-10T12:00:00Z"));
    private static final String SLOGAN =
            "This newspaper is made by the people of the estuary, for the people of the estuary.";

    private final OutletFurniture outlet = new OutletFurniture();

    private static Extraction page(int number, Hints hints) {
        return page(
                "Story number %s of the day is about the pier, the ferry and the bus that will replace it, day %s."
                        .formatted("x".repeat(number + 1), "y".repeat(number + 1)),
                hints);
    }

    private static Extraction page(String story, Hints hints) {
        return new ArticleExtractor()
                .extract(new HtmlPage(
                        "<h1>A headline</h1><div><p>" + story + "</p><p>" + story
                                + " And more, much more, was said.</p><p>" + SLOGAN + "</p></div>",
                        null,
                        hints));
    }

    @Test
    void aLineOnManyPagesOfAnOutletIsFurniture() {
        for (int i = 0; i < 5; i++) {
            outlet.learn("page-" + i, page(i, HINTS));
        }

        Extraction next = page(9, HINTS.withRepeated(outlet.repeated()));

        assertThat(next.text()).doesNotContain(SLOGAN);
        assertThat(next.furniture())
                .anyMatch(
                        left -> left.reason() == Reason.REPEATED && left.text().equals(SLOGAN));
        assertThat(next.text()).contains("Story number");
    }

    @Test
    void onePageSeenAgainAndAgainIsNoTemplate() {
        for (int i = 0; i < 20; i++) {
            outlet.learn("the same page", page(1, HINTS));
        }

        assertThat(outlet.repeated()).isEmpty();
    }

    @Test
    void whatAnOutletDropsIsForgotten() {
        for (int i = 0; i < 5; i++) {
            outlet.learn("old-" + i, page(i, HINTS));
        }
        long slogan = OutletFurniture.fingerprint(SLOGAN);
        assertThat(outlet.repeated()).contains(slogan);

        Extraction without =
                new ArticleExtractor().extract(new TextPage("No slogan on this page any more.", null, HINTS));
        for (int i = 0; i < OutletFurniture.PAGES; i++) {
            outlet.learn("new-" + i, without);
        }

        assertThat(outlet.repeated()).doesNotContain(slogan);
    }
}
