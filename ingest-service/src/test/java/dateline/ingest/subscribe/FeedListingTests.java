package dateline.ingest.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.ingest.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedListingTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");

    private static FeedView feed(String name, FeedStatus status) {
        Subscription feed = new FeedForm(Map.of("title", name))
                .create("https://" + name.toLowerCase(java.util.Locale.ROOT) + ".example/rss", null, NOW);
        return FeedView.of(feed, status, NOW);
    }

    private static FeedStatus status(FeedStatus.Condition condition, int errors, Duration quiet) {
        boolean failing = condition == FeedStatus.Condition.FAILING;
        return new FeedStatus(
                condition,
                NOW,
                NOW,
                NOW.minus(quiet),
                NOW,
                null,
                failing ? PollError.TIMEOUT : null,
                failing ? "no answer in time" : null,
                errors,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                2,
                new Arrivals(LocalDate.parse("2026-04-21"), Collections.nCopies(28, 48)),
                List.of());
    }

    private static final FeedView WELL = feed("Alpha", status(FeedStatus.Condition.OK, 0, Duration.ofHours(1)));
    private static final FeedView SILENT = feed("Beta", status(FeedStatus.Condition.OK, 0, Duration.ofDays(3)));
    private static final FeedView POOR = feed("Gamma", status(FeedStatus.Condition.FAILING, 3, Duration.ofHours(1)));
    private static final FeedView WORSE = feed("Delta", status(FeedStatus.Condition.FAILING, 9, Duration.ofHours(1)));

    private static FeedListing.FeedList list(@Nullable String state, @Nullable String q, @Nullable String sort) {
        return FeedListing.of(Stream.of(POOR, SILENT, WELL, WORSE), new FeedListing.Query(state, null, q, sort, 0, 50));
    }

    private static List<String> titles(FeedListing.FeedList list) {
        return list.feeds().stream().map(FeedResource::title).toList();
    }

    @Test
    void theyAreInOrderOfTitleUnlessAnotherOrderIsWanted() {
        assertThat(titles(list(null, null, null))).containsExactly("Alpha", "Beta", "Delta", "Gamma");
        assertThat(titles(list(null, null, "errors"))).startsWith("Delta", "Gamma");
        assertThat(titles(list(null, null, "state"))).startsWith("Delta", "Gamma");
        assertThat(titles(list(null, null, "news"))).endsWith("Beta");
    }

    @Test
    void aSilentFeedIsFoundAmongThoseThatAnswer() {
        assertThat(titles(list("silent", null, null))).containsExactly("Beta");
        assertThat(titles(list("OK", null, null))).containsExactly("Alpha", "Beta");
    }

    @Test
    void countsByStateAreOfAllThatMeetTheOtherConditions() {
        FeedListing.FeedList list = list("failing", "a.example", null);

        assertThat(list.total()).isEqualTo(2);
        assertThat(list.states()).isEqualTo(Map.of(FeedView.State.OK, 2, FeedView.State.FAILING, 2));
        assertThat(list.silent()).isEqualTo(1);
    }

    @Test
    void anOrderNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> list(null, null, "colour"))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("sort must be one of");
    }

    @Test
    void theSummaryNamesEveryStateAndTheWorst() {
        FeedSummary summary = FeedSummary.of(Stream.of(POOR, SILENT, WELL, WORSE));

        assertThat(summary.states()).containsEntry(FeedView.State.GONE, 0).containsEntry(FeedView.State.FAILING, 2);
        assertThat(summary.errors()).isEqualTo(Map.of(PollError.TIMEOUT, 2));
        assertThat(summary.silent()).isEqualTo(1);
        assertThat(summary.pendingPages()).isEqualTo(8);
        assertThat(summary.worst()).extracting(FeedSummary.Failing::title).containsExactly("Delta", "Gamma");
    }

    @Test
    void failuresInARowOfOneKindAreOneEntryOfTheHistory() {
        List<Trouble> history = Trouble.with(List.of(), PollError.TIMEOUT, "slow", NOW, false);
        history = Trouble.with(history, PollError.TIMEOUT, "slower", NOW.plusSeconds(60), true);
        assertThat(history).containsExactly(new Trouble(PollError.TIMEOUT, "slower", NOW, NOW.plusSeconds(60), 2));

        history = Trouble.with(history, PollError.NOT_FOUND, "gone", NOW.plusSeconds(90), true);
        history = Trouble.with(history, PollError.NOT_FOUND, "gone again", NOW.plusSeconds(500), false);
        assertThat(history).extracting(Trouble::reason).containsExactly("gone again", "gone", "slower");

        List<Trouble> many = new ArrayList<>(history);
        for (int i = 0; i < 20; i++) {
            many = Trouble.with(many, PollError.TIMEOUT, "t" + i, NOW, false);
        }
        assertThat(many)
                .hasSize(Trouble.REMEMBERED)
                .first()
                .extracting(Trouble::reason)
                .isEqualTo("t19");
    }
}
