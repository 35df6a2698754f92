package dateline.ingest.poll;

import dateline.contract.ArticleDate;
import dateline.contract.Outlet;
import dateline.ingest.subscribe.FeedId;
import dateline.ingest.subscribe.FeedsProperties;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What several tests begin with. */
final class Samples {
    private Samples() {}

    static FeedsProperties properties() {
        return new FeedsProperties(
                true,
                null,
                "dateline-feeds",
                Duration.ofMinutes(5),
                Duration.ofMinutes(60),
                Duration.ofHours(24),
                0,
                Duration.ofDays(30),
                2000,
                3,
                Duration.ofMinutes(2),
                Duration.ofSeconds(15));
    }

    static Subscription feed(String url) {
        Outlet outlet = new Outlet("example.org", "Example", null, "en", List.of());
        return new Subscription(FeedId.of(url), url, null, outlet, false, null, null, false, Instant.EPOCH, null);
    }

    static Entry entry(String guid, String link, String title, String html) {
        ArticleDate date = new ArticleDate(
                Instant.parse("2026-04-21T09:00:00Z"), ArticleDate.Precision.SECOND, ArticleDate.Source.FEED);
        return new Entry(guid, link, title, html, date, "", List.of(), List.of(), null, null);
    }
}
