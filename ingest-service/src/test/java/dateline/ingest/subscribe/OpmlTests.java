package dateline.ingest.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.testing.ProcessorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpmlTests {
    @Test
    void foldersAndCategoriesBecomeTags() {
        var feeds = Opml.read("""
                <opml version="1.0"><body>
                  <outline text="World"><outline text="Asia">
                    <outline type="rss" text="One" xmlUrl="https://example.org/1" category="state,daily"/>
                  </outline></outline>
                  <outline TITLE="Two" XMLURL="https://example.org/2"/>
                </body></opml>""");
        assertThat(feeds)
                .containsExactly(
                        Map.of(
                                "url",
                                "https://example.org/1",
                                "title",
                                "One",
                                "outlet",
                                Map.of("tags", List.of("World", "Asia", "state", "daily"))),
                        Map.of("url", "https://example.org/2", "title", "Two"));
    }

    @Test
    void aBrokenDocumentGivesWhatCanBeRead() {
        assertThat(Opml.read("junk <opml><outline text='A & B' xmlUrl='https://example.org/?a=1&b=2'>"))
                .containsExactly(Map.of("url", "https://example.org/?a=1&b=2", "title", "A & B"));
        assertThat(Opml.read("")).isEmpty();
    }

    @Test
    void noEntityOfTheDocumentIsResolved() {
        var feeds = Opml.read("<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<opml><outline text='&x;' xmlUrl='https://example.org/1'/></opml>");
        assertThat(feeds).singleElement().satisfies(feed -> assertThat(feed).containsEntry("title", "&x;"));
    }

    @Test
    void deepFoldersTakeLinearTime() {
        String deep = "<outline text=\"f\">".repeat(20_000) + "<outline xmlUrl=\"https://example.org/1\"/>";

        ProcessorTime.within(Duration.ofSeconds(5), () -> Opml.read(deep));
    }

    @Test
    void whatIsExportedCanBeImported() {
        Subscription feed = new FeedForm(Map.of("title", "A \"B\" <c> & d", "outlet", Map.of("tags", List.of("x"))))
                .create("https://example.org/?a=1&b=2", null, Instant.EPOCH);
        String opml = Opml.write(List.of(FeedView.of(feed, null, Instant.EPOCH)), Instant.EPOCH);
        assertThat(Opml.read(opml))
                .containsExactly(Map.of(
                        "url",
                        "https://example.org/?a=1&b=2",
                        "title",
                        "A \"B\" <c> & d",
                        "outlet",
                        Map.of("tags", List.of("x"))));
    }
}
