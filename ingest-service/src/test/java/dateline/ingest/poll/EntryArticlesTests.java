package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ArticleDate;
import dateline.contract.ArticleId;
import dateline.contract.CanonicalUrl;
import dateline.contract.IncomingArticle;
import dateline.ingest.extract.ArticleExtractor;
import dateline.ingest.extract.OutletReader;
import dateline.ingest.subscribe.Subscription;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryArticlesTests {
    private static final Subscription FEED = Samples.feed("https://example.org/rss");
    private static final Instant SEEN = Instant.parse("2026-04-21T12:00:00Z");

    private final EntryArticles articles = new EntryArticles(new OutletReader(new ArticleExtractor(), 10));

    private IncomingArticle page(String head, String fetchedFrom) {
        String text = "<p>The harbour was closed on Tuesday after a ship lost its anchor, the port office said. Nobody"
                + " was hurt, and divers will look for the anchor as soon as the wind allows it.</p>";
        String html = "<html><head><title>Anchor lost</title>" + head + "</head><body><article><h1>Anchor lost</h1>"
                + text.repeat(3) + "</article></body></html>";
        Entry entry = Samples.entry("g1", "https://example.org/a?utm_source=rss", "Feed title", "Short");
        IncomingArticle article = articles.ofPage(FEED, entry, fetchedFrom, 200, html, SEEN);
        assertThat(article).isNotNull();
        return article;
    }

    @Test
    void anArticleLivesWhereItsPageWasFoundWithoutWhatOnlyTracks() {
        IncomingArticle article = page("", "https://example.org/a?utm_source=rss");
        assertThat(article.url()).isEqualTo("https://example.org/a");
        assertThat(article.id()).isEqualTo(ArticleId.of(CanonicalUrl.of("https://example.org/a")));
        assertThat(article.origin().requestedUrl()).isEqualTo("https://example.org/a?utm_source=rss");
        assertThat(article.origin().entryId()).isEqualTo("g1");
    }

    @Test
    void aPageIsBelievedWhereItLivesWithinItsOwnSiteOnly() {
        String fetched = "https://example.org/a";
        assertThat(page("<link rel=canonical href='https://www.example.org/b'>", fetched)
                        .url())
                .isEqualTo("https://www.example.org/b");
        assertThat(page("<link rel=canonical href='https://evil.example/b'>", fetched)
                        .url())
                .isEqualTo(fetched);
        assertThat(page("<link rel=canonical href='https://example.org/'>", fetched)
                        .url())
                .as("the front page, as templates say")
                .isEqualTo(fetched);
    }

    @Test
    void theFeedsDateIsTakenWhereThePageHasNone() {
        ArticleDate published = page("", "https://example.org/a").published();
        assertThat(published.at()).isEqualTo(Instant.parse("2026-04-21T09:00:00Z"));
        assertThat(published.source()).isEqualTo(ArticleDate.Source.FEED);
    }

    @Test
    void aSummaryOfOneLineIsKeptWhenItIsAllThereIs() {
        Entry entry = Samples.entry("1", "https://example.org/a", "A", "<b>In short:</b> nothing new");
        IncomingArticle article = articles.ofFeed(FEED, entry, SEEN, 404, List.of("page not used"));
        assertThat(article).isNotNull();
        assertThat(article.body()).isEqualTo("In short: nothing new");
        assertThat(article.origin().notes()).contains("page not used");
    }

    @Test
    void paragraphsStayApartAndScriptsStayOut() {
        assertThat(EntryText.paragraphs("<p>One&nbsp;and\n two</p>three<br>four<script>x()</script><ul><li>five</ul>"))
                .isEqualTo("One and two\nthree\nfour\nfive");
    }

    @Test
    void anEntryWithoutAnAddressIsNoArticle() {
        assertThat(articles.ofFeed(FEED, Samples.entry("not a url", "", "A", "text"), SEEN, null, List.of()))
                .isNull();
    }
}
