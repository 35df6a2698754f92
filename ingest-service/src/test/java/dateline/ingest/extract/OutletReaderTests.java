package dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutletReaderTests {
    private static final String SLOGAN = "The Example has brought the valley its news since the railway came.";

    private final OutletReader reader = new OutletReader(new ArticleExtractor(), 2);

    @Test
    void whatStandsOnPageAfterPageOfAnOutletIsFurniture() {
        Extraction last = read("example", 0, story("Zero"));
        for (String word : new String[] {"One", "Two", "Three", "Four", "Five", "Six"}) {
            last = read("example", word.hashCode(), story(word));
        }

        assertThat(last.text()).contains("Six").doesNotContain(SLOGAN);
        assertThat(read("other", 1, story("Seven")).text())
                .as("another outlet has not taught it anything")
                .contains(SLOGAN);
    }

    @Test
    void noticesThatDifferInTheirNumbersOnlyAreStillNews() {
        for (int day = 1; day < 20; day++) {
            String notice = "The central bank set the rate of the dram at 40%d.%d to the dollar on Monday morning."
                    .formatted(day, day);
            assertThat(read("example", day, "<p>" + notice + "</p>").text()).isEqualTo(notice);
        }
    }

    @Test
    void onlyTheOutletsReadLastAreRemembered() {
        for (int i = 0; i < 8; i++) {
            read("example", i, story("Word" + (char) ('a' + i)));
        }
        read("second", 1, story("Second"));
        read("third", 1, story("Third"));

        assertThat(read("example", 99, story("Again")).text()).contains(SLOGAN);
    }

    private Extraction read(String outlet, int number, String body) {
        String html =
                "<html><head><title>Title %1$d</title></head><body><article><h1>Title %1$d</h1>%2$s</article></body></html>"
                        .formatted(number, body);
        return reader.read(outlet, new HtmlPage(html, "https://example.org/" + number, Hints.seenAt(Instant.EPOCH)));
    }

    private static String story(String word) {
        return "<p>%1$s was the talk of the town this week, and %1$s alone, said all who were asked about it.</p><p>Whether %1$s would stay so nobody could tell, for the town forgets %1$s quickly.</p><p>%2$s</p>"
                .formatted(word, SLOGAN);
    }
}
