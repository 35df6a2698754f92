package dateline.ingest.poll;

import static dateline.ingest.poll.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.CanonicalUrl;
import dateline.ingest.fetch.RobotsCache.Verdict;
import dateline.ingest.subscribe.FeedView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PageTraceTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final CanonicalUrl PAGE = CanonicalUrl.of("https://example.org/a");

    private static FeedState state(SeenEntries seen, List<PendingEntry> pending) {
        return new FeedState(
                FeedState.NEW.status(),
                null,
                null,
                0,
                false,
                null,
                null,
                0,
                seen,
                pending,
                List.of(),
                QuietTimes.NONE,
                null);
    }

    private static PageTrace.Feed feed(FeedView.State state, PageTrace.Entry entry) {
        return new PageTrace.Feed(
                "1", "https://example.org/feed", "Example", state, "no connection", 7, NOW, NOW.plusSeconds(60), entry);
    }

    private static String summary(Verdict robots, PageTrace.Feed... feeds) {
        return PageTrace.summary(robots, List.of(feeds), "example.org");
    }

    @Test
    void aPageThatIsStillToBeFetchedWaits() {
        PendingEntry pending = new PendingEntry(
                entry("1", "https://EXAMPLE.org/a?utm_source=rss", "A", ""), NOW, 2, NOW.plusSeconds(9));

        PageTrace.Entry known = PageTraceController.entry(state(SeenEntries.NONE, List.of(pending)), PAGE);

        assertThat(known).isEqualTo(new PageTrace.Entry.Waiting(NOW, 2, NOW.plusSeconds(9)));
        assertThat(summary(Verdict.ALLOWED, feed(FeedView.State.PAUSED, known)))
                .startsWith("Named by feed \"Example\" at 2026-04-21T12:00:00Z; its page is to be fetched")
                .contains("after 2 failures")
                .endsWith("the feed is paused");
    }

    @Test
    void anEntryThatWasSeenIsDealtWith() {
        SeenEntries seen =
                SeenEntries.NONE.with(KeyedEntry.of(List.of(entry("1", "https://example.org/a", "A", ""))), 500);

        assertThat(PageTraceController.entry(state(seen, List.of()), PAGE)).isEqualTo(new PageTrace.Entry.Taken());
        assertThat(PageTraceController.entry(state(seen, List.of()), CanonicalUrl.of("https://example.org/b")))
                .isEqualTo(new PageTrace.Entry.Unknown());
    }

    @Test
    void aSiteWithoutFeedAndAFeedThatIsPausedOrFailsAreNamed() {
        var unknown = new PageTrace.Entry.Unknown();

        assertThat(summary(Verdict.UNKNOWN)).isEqualTo("No feed of example.org is subscribed to");
        assertThat(summary(Verdict.UNKNOWN, feed(FeedView.State.PAUSED, unknown)))
                .contains("is paused");
        assertThat(summary(Verdict.UNKNOWN, feed(FeedView.State.FAILING, unknown)))
                .contains("fails since 7 polls (no connection)");
        assertThat(summary(Verdict.DISALLOWED, feed(FeedView.State.OK, unknown)))
                .contains("robots.txt disallows");
        assertThat(summary(Verdict.ALLOWED, feed(FeedView.State.OK, unknown))).contains("it is polled next at");
    }

    @Test
    void theAnswerTellsAnEntryThatWasTakenFromOneNobodyKnows() {
        String taken = JsonMapper.shared().writeValueAsString(feed(FeedView.State.OK, new PageTrace.Entry.Taken()));

        assertThat(taken).contains("\"entry\":{\"kind\":\"taken\"}");
    }
}
