package dateline.ingest.poll;

import static dateline.ingest.poll.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.feed.FeedParser;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.ResponseHeaders;
import dateline.ingest.poll.PollResult.Index.Child;
import dateline.ingest.subscribe.FeedStatus.Condition;
import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SitemapReducerTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final Subscription FEED = Samples.feed("https://example.org/sitemaps.xml");

    private final PollReducer reducer = new PollReducer(Samples.properties());
    private final SitemapReducer sitemaps = new SitemapReducer(reducer, new Schedule(Samples.properties()));
    private final AnswerReader reader = new AnswerReader(new FeedParser(), Duration.ofDays(30));

    private static Child child(String name, @Nullable Instant modified) {
        return new Child("https://example.org/" + name, modified);
    }

    private static PollResult.Index index(List<Child> children) {
        return new PollResult.Index(children, List.of(), Duration.ZERO, null);
    }

    private FeedState indexed(FeedState state, Instant now, Child... children) {
        return reducer.next(FEED, state, index(List.of(children)), now, 0.5).state();
    }

    private static List<String> due(FeedState state) {
        return state.sitemaps().stream()
                .filter(sitemap -> sitemap.due() != null)
                .map(sitemap -> sitemap.url().substring("https://example.org/".length()))
                .toList();
    }

    private static Fetched.Answer answer(String body) {
        return new Fetched.Answer(
                "https://example.org/x.xml",
                200,
                new ResponseHeaders(Map.of("content-type", List.of("application/xml"))),
                body.getBytes(StandardCharsets.UTF_8),
                null);
    }

    private static PollResult.Document document(int from, int to) {
        List<Entry> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(entry("", "https://example.org/a/" + i, "Story " + i, ""));
        }
        return new PollResult.Document(
                "",
                null,
                "news sitemap",
                List.of(),
                entries,
                List.of(),
                null,
                null,
                from * 1000L + to,
                Duration.ZERO,
                null,
                QuietTimes.NONE,
                null);
    }

    private FeedState visited(FeedState state, PollResult result, Instant now) {
        Task task = Task.next(FEED, state, HubNews.NONE, Duration.ZERO);
        assertThat(task).isInstanceOf(Task.Sitemap.class);
        return sitemaps.next(FEED, state, ((Task.Sitemap) task).child(), result, now)
                .state();
    }

    @Test
    void anIndexIsReadWithTheDatesOfItsSitemaps() {
        PollResult result = reader.read(answer("""
                        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <sitemap><loc>https://example.org/news.xml</loc><lastmod>2026-04-21T10:00:00Z</lastmod></sitemap>
                        <sitemap><loc>https://example.org/other.xml</loc></sitemap></sitemapindex>"""), 0, NOW);
        assertThat(result)
                .isInstanceOfSatisfying(
                        PollResult.Index.class,
                        index -> assertThat(index.sitemaps())
                                .containsExactly(
                                        child("news.xml", Instant.parse("2026-04-21T10:00:00Z")),
                                        child("other.xml", null)));
    }

    @Test
    void onlyRecentDatedEntriesOfAnIndexsPlainSitemapAreNews() {
        PollResult result = reader.readChild(answer("""
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <url><loc>https://example.org/a</loc><lastmod>2026-04-20</lastmod></url>
                        <url><loc>https://example.org/b</loc><lastmod>2025-01-01</lastmod></url>
                        <url><loc>https://example.org/about</loc></url></urlset>"""), 0, NOW);
        assertThat(result)
                .isInstanceOfSatisfying(
                        PollResult.Document.class,
                        document -> assertThat(document.entries())
                                .extracting(Entry::link)
                                .containsExactly("https://example.org/a"));
    }

    @Test
    void theNewestFewAreFetchedAndOldOnesNever() {
        FeedState state = indexed(
                FeedState.NEW,
                NOW,
                child("1.xml", NOW.minus(Duration.ofDays(6))),
                child("2.xml", NOW.minus(Duration.ofDays(5))),
                child("3.xml", NOW.minus(Duration.ofDays(4))),
                child("4.xml", NOW.minus(Duration.ofDays(3))),
                child("5.xml", NOW.minus(Duration.ofDays(2))),
                child("6.xml", NOW.minus(Duration.ofDays(1))),
                child("old.xml", NOW.minus(Duration.ofDays(31))),
                child("sitemap-2019-03.xml", null),
                child("sitemap-2026-04.xml", NOW));
        assertThat(due(state)).containsExactly("sitemap-2026-04.xml", "6.xml", "5.xml", "4.xml", "3.xml");
        assertThat(state.sitemaps()).hasSize(7);
        assertThat(state.status().condition()).isEqualTo(Condition.OK);
        assertThat(state.status().format()).isEqualTo("sitemap index");
    }

    @Test
    void aSitemapIsFetchedAgainOnlyWhenTheIndexSaysItChangedOrSaysNothing() {
        FeedState first = indexed(FeedState.NEW, NOW, child("a.xml", NOW), child("b.xml", null));
        FeedState read = visited(visited(first, document(0, 2), NOW), document(2, 3), NOW);
        assertThat(due(read)).isEmpty();
        assertThat(read.pending()).hasSize(3);
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(due(indexed(read, later, child("a.xml", NOW), child("b.xml", null))))
                .containsExactly("b.xml");
        assertThat(due(indexed(read, later, child("a.xml", later), child("b.xml", null))))
                .containsExactly("a.xml", "b.xml");
    }

    @Test
    void thoseWithoutDatesTakeTurns() {
        Child[] many = new Child[12];
        for (int i = 0; i < many.length; i++) {
            many[i] = child("s" + i + ".xml", null);
        }
        FeedState state = FeedState.NEW;
        List<String> fetched = new ArrayList<>();
        for (int poll = 0; poll < 3; poll++) {
            Instant now = NOW.plus(Duration.ofHours(poll));
            state = indexed(state, now, many);
            List<String> round = due(state);
            assertThat(round).hasSize(5);
            fetched.addAll(round);
            for (int i = 0; i < 5; i++) {
                state = visited(state, document(i, i + 1), now).withPending(List.of());
            }
        }
        assertThat(fetched.stream().distinct()).hasSize(12);
    }

    @Test
    void whatWasSeenInOneSitemapIsNotNewInAnother() {
        FeedState state = indexed(FeedState.NEW, NOW, child("a.xml", NOW), child("b.xml", NOW.minusSeconds(1)));
        state = visited(state, document(0, 40), NOW);
        state = visited(state, document(20, 60), NOW);
        assertThat(state.pending()).hasSize(60);
        assertThat(state.status().arrivals().counts())
                .as("there before it was subscribed to")
                .allMatch(n -> n == 0);
    }

    @Test
    void aHugeSitemapIsTakenInParts() {
        FeedState state = indexed(FeedState.NEW, NOW, child("a.xml", NOW));
        state = visited(state, document(0, 150), NOW).withPending(List.of());
        assertThat(Task.next(FEED, state, HubNews.NONE, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Task.Sitemap.class, next -> assertThat(next.at()).isAfter(NOW));
        state = visited(state, document(0, 150), NOW);
        assertThat(state.pending()).hasSize(50);
        assertThat(due(state)).isEmpty();
    }

    @Test
    void aSitemapThatFailsIsNotedAndAskedForAtTheNextPoll() {
        FeedState state = indexed(FeedState.NEW, NOW, child("a.xml", NOW));
        state = visited(state, new PollResult.Failed(PollError.NOT_FOUND, "HTTP status 404", null), NOW);
        assertThat(state.status().notes()).containsExactly("https://example.org/a.xml: HTTP status 404");
        assertThat(due(state)).isEmpty();
        assertThat(due(indexed(state, NOW.plusSeconds(3600), child("a.xml", NOW))))
                .containsExactly("a.xml");
    }

    @Test
    void aPollIsNotPutOffForItsSitemaps() {
        FeedState state = indexed(FeedState.NEW, NOW, child("a.xml", NOW));
        assertThat(Task.next(FEED, state, HubNews.NONE, Duration.ZERO)).isInstanceOf(Task.Sitemap.class);
        assertThat(state.status().nextDue()).isAfter(NOW);
        assertThat(visited(state, document(0, 3), NOW).status().nextDue())
                .isEqualTo(state.status().nextDue());
    }
}
