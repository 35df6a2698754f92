package dateline.ingest.poll;

import static dateline.ingest.poll.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.HubNotice;
import dateline.ingest.subscribe.HubSubscription;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HubReducerTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final Subscription FEED = Samples.feed("https://example.org/feed");
    private static final HubOffer OFFER = new HubOffer("https://hub.example/", "https://example.org/feed");
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final List<Instant> EVERY_TEN_MINUTES = IntStream.rangeClosed(1, 10)
            .mapToObj(i -> NOW.minusSeconds(600L * i))
            .toList();

    private final PollReducer reducer = new PollReducer(Samples.properties());
    private final HubReducer hubs = hubs(true);

    private static HubReducer hubs(boolean enabled) {
        return new HubReducer(enabled, Duration.ofMinutes(5), new Schedule(Samples.properties()));
    }

    private static PollResult.Document document(@Nullable HubOffer offer, int entries) {
        List<Entry> all = IntStream.range(0, entries)
                .mapToObj(i -> entry("g" + i, "https://example.org/" + i, "Title " + i, ""))
                .toList();
        return new PollResult.Document(
                "",
                null,
                "RSS 2.0",
                List.of(),
                all,
                EVERY_TEN_MINUTES,
                null,
                null,
                entries,
                Duration.ZERO,
                null,
                QuietTimes.NONE,
                offer);
    }

    private FeedState after(HubReducer by, FeedState state, PollResult result, HubNews news, Instant now) {
        FeedState next = reducer.next(FEED, state, result, now, 0).state().withPending(List.of());
        return by.next(FEED, state, next, result, news, now, 0);
    }

    private FeedState after(FeedState state, PollResult result, HubNews news, Instant now) {
        return after(hubs, state, result, news, now);
    }

    private static HubSubscription hub(FeedState state) {
        return Objects.requireNonNull(state.hub());
    }

    private static HubNews confirmed(FeedState state) {
        return new HubNews(new HubNotice(hub(state).token(), NOW, NOW.plus(Duration.ofDays(8))), null);
    }

    private static HubNews pushed(FeedState state, Instant at) {
        return new HubNews(confirmed(state).lease(), new HubNotice(hub(state).token(), at, null));
    }

    private static Duration wait(FeedState state, Instant now) {
        return Duration.between(now, Objects.requireNonNull(state.status().nextDue()));
    }

    private FeedState subscribed() {
        return after(FeedState.NEW, document(OFFER, 3), HubNews.NONE, NOW);
    }

    @Test
    void aHubThatIsOfferedIsAskedOnceEveryInstanceKnowsTheToken() {
        FeedState state = subscribed();
        assertThat(hub(state).token()).hasSize(32);
        assertThat(hub(state).secret())
                .hasSize(64)
                .isNotEqualTo(hub(subscribed()).secret());
        assertThat(Task.next(FEED, state, HubNews.NONE, PAUSE))
                .isInstanceOfSatisfying(
                        Task.Hub.class, ask -> assertThat(ask.at()).isEqualTo(NOW.plus(HubReducer.SETTLED)));
    }

    @Test
    void withoutACallbackNoHubIsAsked() {
        FeedState state = after(hubs(false), FeedState.NEW, document(OFFER, 3), HubNews.NONE, NOW);
        assertThat(state.hub()).isNull();
        assertThat(after(hubs(false), subscribed(), document(OFFER, 3), HubNews.NONE, NOW)
                        .hub())
                .isNull();
    }

    @Test
    void aFeedThatNamesItsHubNoLongerHasNone() {
        assertThat(after(subscribed(), document(null, 4), HubNews.NONE, NOW).hub())
                .isNull();
    }

    @Test
    void anotherHubGetsAnotherTokenAndTheSameHubKeepsIts() {
        FeedState state = subscribed();
        HubOffer other = new HubOffer("https://other.example/", OFFER.topic());
        assertThat(hub(after(state, document(OFFER, 4), HubNews.NONE, NOW)).token())
                .isEqualTo(hub(state).token());
        assertThat(hub(after(state, document(other, 4), HubNews.NONE, NOW)).token())
                .isNotEqualTo(hub(state).token());
    }

    @Test
    void aPromiseAloneDoesNotMakePollsRarer() {
        FeedState state = subscribed();
        FeedState next = after(state, document(OFFER, 3), confirmed(state), NOW);
        assertThat(wait(next, NOW)).isEqualTo(wait(state, NOW));
    }

    @Test
    void aHubThatAnnouncedNewsMakesPollsRarerUntilItMissesSome() {
        FeedState state = subscribed();
        Instant later = NOW.plusSeconds(600);
        HubNews push = pushed(state, later);
        FeedState told = after(state, document(OFFER, 4), push, later);
        assertThat(hub(told).delivers()).isTrue();
        assertThat(wait(told, later))
                .isGreaterThan(Objects.requireNonNull(told.status().interval()).multipliedBy(5));
        FeedState quiet = after(told, document(OFFER, 4), push, later.plusSeconds(60));
        assertThat(hub(quiet).delivers()).isTrue();
        FeedState missed = after(quiet, document(OFFER, 5), push, later.plusSeconds(120));
        assertThat(hub(missed).delivers()).isFalse();
        assertThat(wait(missed, later.plusSeconds(120)))
                .isLessThan(Objects.requireNonNull(missed.status().interval()).multipliedBy(2));
    }

    @Test
    void whatWasAnnouncedButIsNotThereYetIsLookedForAtTheUsualPace() {
        FeedState state = subscribed();
        Instant later = NOW.plusSeconds(600);
        FeedState next = after(state, document(OFFER, 3), pushed(state, later), later);
        assertThat(wait(next, later)).isLessThan(Duration.ofHours(2));
    }

    @Test
    void aRarePollIsNeverBeyondTheLongestIntervalOrTheEndOfThePromise() {
        Schedule schedule = new Schedule(Samples.properties());
        Instant due = NOW.plus(Duration.ofHours(10));
        Instant far = NOW.plus(Duration.ofDays(20));
        assertThat(schedule.whilePushed(FEED, due, far, NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(schedule.whilePushed(FEED, due, NOW.plus(Duration.ofHours(12)), NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(schedule.whilePushed(FEED, due, NOW, NOW)).isEqualTo(due);
    }

    @Test
    void aPushMakesTheFeedDueOnceAndNotBeforeThePauseOrAHoldIsOver() {
        FeedState state = subscribed();
        HubSubscription asked = hub(state).asked(NOW, NOW.plus(Duration.ofDays(9)), 1, null);
        FeedState waiting = state.withHub(asked);
        HubNews push = pushed(state, NOW.plusSeconds(1));
        assertThat(Task.next(FEED, waiting, push, PAUSE)).isEqualTo(new Task.Poll(NOW.plus(PAUSE), push));
        HubNews late = pushed(state, NOW.plusSeconds(100));
        assertThat(Task.next(FEED, waiting, late, PAUSE)).isEqualTo(new Task.Poll(NOW.plusSeconds(100), late));
        FeedState polled = after(waiting, document(OFFER, 4), push, NOW.plus(PAUSE));
        assertThat(Objects.requireNonNull(Task.next(FEED, polled, push, PAUSE)).at())
                .isAfter(NOW.plus(Duration.ofMinutes(5)));
        PollResult busy = new PollResult.Failed(PollError.RATE_LIMITED, "429", Duration.ofMinutes(20));
        FeedState held = after(waiting, busy, HubNews.NONE, NOW);
        assertThat(Objects.requireNonNull(Task.next(FEED, held, late, PAUSE)).at())
                .isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void aPushForAFormerSubscriptionCallsForNothing() {
        FeedState state = subscribed();
        HubNews old = new HubNews(null, new HubNotice("former", NOW.plusSeconds(1), null));
        assertThat(Task.next(FEED, state, old, PAUSE)).isInstanceOf(Task.Hub.class);
        assertThat(old.pushedAt(hub(state))).isNull();
    }

    @Test
    void aLeaseIsRenewedWhenThreeQuartersOfItAreOver() {
        FeedState state = subscribed();
        HubSubscription asked = hub(state).asked(NOW, NOW.plus(Duration.ofHours(1)), 1, null);
        assertThat(HubClient.due(asked, confirmed(state))).isEqualTo(NOW.plus(Duration.ofDays(6)));
        assertThat(HubClient.due(asked, HubNews.NONE)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        HubNews refused = new HubNews(new HubNotice(asked.token(), NOW, null), null);
        assertThat(HubClient.due(asked, refused)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }
}
