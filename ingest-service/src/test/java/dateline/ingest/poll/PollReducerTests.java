package dateline.ingest.poll;

import static dateline.ingest.poll.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.subscribe.FeedStatus.Condition;
import dateline.ingest.subscribe.HubNews;
import dateline.ingest.subscribe.PollError;
import dateline.ingest.subscribe.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollReducerTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");
    private static final Subscription FEED = Samples.feed("https://example.org/rss");

    private final PollReducer reducer = new PollReducer(Samples.properties());

    private static PollResult.Document document(List<Entry> entries, @Nullable String movedTo) {
        return document("\"" + entries.hashCode() + "\"", entries, movedTo);
    }

    private static PollResult.Document document(String tag, List<Entry> entries, @Nullable String movedTo) {
        return new PollResult.Document(
                "Example",
                "en",
                "RSS 2.0",
                List.of(),
                entries,
                List.of(),
                tag,
                null,
                entries.hashCode() | 1,
                Duration.ZERO,
                movedTo,
                QuietTimes.NONE,
                null);
    }

    private static PollResult.Document document(Entry... entries) {
        return document(List.of(entries), null);
    }

    private static Entry numbered(int i, String title) {
        return entry("g" + i, "https://example.org/" + i, title, "short");
    }

    private FeedState after(FeedState state, PollResult result, Instant now) {
        return reducer.next(FEED, state, result, now, 0.5).state();
    }

    private FeedState after(FeedState state, PollResult result) {
        return after(state, result, NOW);
    }

    private static FeedState fetchedAll(FeedState state) {
        return state.withPending(List.of());
    }

    private static List<String> pending(FeedState state) {
        return state.pending().stream().map(pending -> pending.entry().title()).toList();
    }

    @Test
    void newEntriesWaitForTheirPagesAndOldOnesDoNot() {
        FeedState first = after(FeedState.NEW, document(numbered(1, "A"), numbered(2, "B")));
        assertThat(pending(first)).containsExactly("A", "B");
        assertThat(first.status().pending()).isEqualTo(2);
        FeedState second = after(fetchedAll(first), document(numbered(3, "C"), numbered(1, "A"), numbered(2, "B")));
        assertThat(pending(second)).containsExactly("C");
        assertThat(second.etag()).isNotNull().isNotEqualTo(first.etag());
    }

    @Test
    void anEntryThatChangedIsFetchedAgain() {
        FeedState first = fetchedAll(after(FeedState.NEW, document(numbered(1, "A"), numbered(2, "B"))));
        assertThat(pending(after(first, document(numbered(1, "A, corrected"), numbered(2, "B")))))
                .containsExactly("A, corrected");
    }

    @Test
    void aNewerVersionTakesThePlaceOfOneThatStillWaits() {
        FeedState first = after(FeedState.NEW, document(numbered(1, "A")));
        assertThat(pending(after(first, document(numbered(1, "A, corrected"))))).containsExactly("A, corrected");
    }

    @Test
    void whenAllEntriesChangeAtOnceItIsTheFeedsFormAndNotTheNews() {
        List<Entry> before = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            before.add(numbered(i, "T" + i));
            changed.add(numbered(i, "T" + i + " | Example"));
        }
        FeedState first = fetchedAll(after(FeedState.NEW, document(before, null)));
        FeedState second = after(first, document(changed, null));
        assertThat(second.pending()).isEmpty();
        assertThat(second.status().notes()).anyMatch(note -> note.contains("changed at once"));
        assertThat(after(second, document(changed, null)).status().notes()).isEmpty();
    }

    @Test
    void aServerWhoseValidatorIsStuckIsNotBelievedAgain() {
        FeedState first = after(FeedState.NEW, document("\"1\"", List.of(numbered(1, "A")), null));
        // An unconditional poll: another document under the same tag.
        FeedState caught = after(first, document("\"1\"", List.of(numbered(2, "B"), numbered(1, "A")), null));
        assertThat(caught.etag()).isNull();
        assertThat(caught.status().notes()).anyMatch(note -> note.contains("validators"));
        FeedState later = after(caught, document("\"1\"", List.of(numbered(3, "C"), numbered(1, "A")), null));
        assertThat(later.etag()).as("for good").isNull();
    }

    @Test
    void anEntryWithItsWholeTextNeedsNoPage() {
        PollReducer.Step step = reducer.next(
                FEED,
                FeedState.NEW,
                document(entry("1", "https://example.org/1", "A", "<p>" + "word ".repeat(600) + "</p>")),
                NOW,
                0.5);
        assertThat(step.complete()).hasSize(1);
        assertThat(step.state().pending()).isEmpty();
    }

    @Test
    void aHugeDocumentIsTakenInPartsAndNothingOfItIsLost() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(numbered(i, "T" + i));
        }
        FeedState state = FeedState.NEW;
        List<String> taken = new ArrayList<>();
        for (int poll = 0; poll < 3; poll++) {
            state = after(state, document(many, null));
            taken.addAll(pending(state));
            boolean complete = poll == 2;
            assertThat(state.etag() != null)
                    .as("asked without validators while some are left")
                    .isEqualTo(complete);
            state = fetchedAll(state);
        }
        assertThat(taken).hasSize(250).doesNotHaveDuplicates();
        assertThat(pending(after(state, document(many, null)))).isEmpty();
    }

    @Test
    void aFailureKeepsWhatWasKnownAndSuccessForgetsTheFailure() {
        FeedState ok = after(FeedState.NEW, document(numbered(1, "A")));
        FeedState failed = after(ok, new PollResult.Failed(PollError.SERVER_ERROR, "HTTP status 500", null));
        assertThat(failed.status().condition()).isEqualTo(Condition.FAILING);
        assertThat(failed.status().reason()).isEqualTo("HTTP status 500");
        assertThat(failed.status().lastSuccess()).isEqualTo(NOW);
        assertThat(failed.etag()).isEqualTo(ok.etag());
        assertThat(failed.pending()).hasSize(1);
        FeedState again = after(failed, new PollResult.Unchanged(null, null, Duration.ZERO, null));
        assertThat(again.status().condition()).isEqualTo(Condition.OK);
        assertThat(again.status().errors()).isZero();
        assertThat(again.status().reason()).isNull();
    }

    @Test
    void tooManyRequestsHoldTheSiteAsLongAsItAskedOrLongerEveryTime() {
        FeedState asked =
                after(FeedState.NEW, new PollResult.Failed(PollError.RATE_LIMITED, "429", Duration.ofHours(3)));
        assertThat(asked.status().heldUntil()).isEqualTo(NOW.plus(Duration.ofHours(3)));
        PollResult silent = new PollResult.Failed(PollError.RATE_LIMITED, "429", null);
        FeedState once = after(FeedState.NEW, silent);
        FeedState twice = after(once, silent);
        assertThat(once.status().heldUntil()).isAfter(NOW);
        assertThat(twice.status().heldUntil()).isAfter(once.status().heldUntil());
    }

    @Test
    void goneStopsUntilSomeoneAsks() {
        FeedState gone = after(FeedState.NEW, new PollResult.Failed(PollError.GONE, "410", null));
        assertThat(gone.status().condition()).isEqualTo(Condition.GONE);
        assertThat(Task.next(FEED, gone, HubNews.NONE, Duration.ZERO)).isNull();
        assertThat(Task.next(FEED.withPollRequested(NOW), gone, HubNews.NONE, Duration.ZERO))
                .isInstanceOf(Task.Poll.class);
    }

    @Test
    void aMoveIsBelievedOnlyWhenItLasted() {
        String target = "https://example.net/rss";
        FeedState state = FeedState.NEW;
        for (int i = 0; i < 5; i++) {
            state = after(state, document(List.of(), target), NOW.plus(Duration.ofHours(i)));
        }
        assertThat(state.status().currentUrl()).as("often, but only for hours").isNull();
        FeedState week = after(state, document(List.of(), target), NOW.plus(Duration.ofDays(7)));
        assertThat(week.status().currentUrl()).isEqualTo(target);
        FeedState back = after(state, document(List.of(), null), NOW.plus(Duration.ofDays(7)));
        assertThat(back.status().currentUrl()).isNull();
        assertThat(back.moving()).isNull();
    }

    @Test
    void aMoveToSomethingDeadIsTakenBack() {
        FeedState state = FeedState.NEW;
        for (int i = 0; i < 8; i++) {
            Instant day = NOW.plus(Duration.ofDays(i));
            state = after(state, document(List.of(), "https://example.net/rss"), day);
        }
        assertThat(state.status().currentUrl()).isNotNull();
        for (int i = 0; i < 10; i++) {
            state = after(state, new PollResult.Failed(PollError.NOT_FOUND, "404", null));
        }
        assertThat(state.status().currentUrl()).isNull();
    }

    @Test
    void aRequestToPollIsMetOnceWhateverComesOfIt() {
        Subscription asked = FEED.withPollRequested(NOW);
        FeedState before = after(FeedState.NEW, document(numbered(1, "A")));
        FeedState state = fetchedAll(before);
        assertThat(Task.next(asked, state, HubNews.NONE, Duration.ZERO))
                .isEqualTo(new Task.Poll(Instant.EPOCH, HubNews.NONE));
        FeedState met = reducer.next(asked, state, new PollResult.Failed(PollError.TIMEOUT, "slow", null), NOW, 0.5)
                .state();
        assertThat(Task.next(asked, met, HubNews.NONE, Duration.ZERO))
                .isInstanceOfSatisfying(
                        Task.Poll.class, poll -> assertThat(poll.at()).isAfter(NOW));
    }

    @Test
    void whatAFeedHoldsAtFirstDoesNotMakeItLookBusy() {
        FeedState first = after(FeedState.NEW, document(numbered(1, "A"), numbered(2, "B")));
        assertThat(first.status().arrivals().perDay(LocalDate.parse("2026-04-21")))
                .isZero();
        FeedState second = after(first, document(numbered(3, "C"), numbered(1, "A"), numbered(2, "B")));
        assertThat(second.status().arrivals().perDay(LocalDate.parse("2026-04-21")))
                .isEqualTo(1);
        assertThat(second.status().lastNew()).isEqualTo(NOW);
    }

    @Test
    void aPausedFeedHasNothingToDo() {
        assertThat(Task.next(FEED.withPaused(true), FeedState.NEW, HubNews.NONE, Duration.ZERO))
                .isNull();
        assertThat(Task.next(FEED, FeedState.NEW, HubNews.NONE, Duration.ZERO))
                .isEqualTo(new Task.Poll(Instant.EPOCH, HubNews.NONE));
    }
}
