package dateline.ingest.poll;

import static dateline.ingest.poll.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.ingest.poll.FeedState.Moving;
import dateline.ingest.subscribe.Arrivals;
import dateline.ingest.subscribe.HubSubscription;
import dateline.ingest.subscribe.PollError;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedStateTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00.123456789Z");

    private final ContractJson json = new ContractJson();

    private static List<KeyedEntry> keyed(int from, int to) {
        List<Entry> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            entries.add(entry("g" + i, "https://example.org/" + i, "Title " + i, ""));
        }
        return KeyedEntry.of(entries);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        FeedState state = new FeedState(
                new StatusBuilder(FeedState.NEW.status())
                        .failed(NOW, PollError.BOT_WALL, "why", 3)
                        .held(NOW.plusSeconds(60))
                        .due(NOW.plusSeconds(5), Duration.ofMinutes(7))
                        .movedTo("https://example.net/feed")
                        .arrived(new Arrivals(LocalDate.parse("2026-04-21"), List.of(3, 0, 1)), NOW)
                        .pending(1)
                        .build(),
                "W/\"1\"",
                "Tue, 21 Apr 2026 12:00:00 GMT",
                -5,
                true,
                new Moving("https://example.net/feed", 2, NOW),
                NOW,
                20,
                SeenEntries.NONE.with(keyed(0, 40), 500),
                List.of(new PendingEntry(entry("1", "https://example.org/a", "A", "<p>ä</p>"), NOW, 2, NOW)),
                List.of(new ChildSitemap("https://example.org/news.xml", NOW, NOW, NOW, 7, 3, true)),
                new QuietTimes(List.of(3, 4), List.of(DayOfWeek.SUNDAY)),
                new HubSubscription(
                        "https://hub.example/", "https://example.org/feed", "t", "s", NOW, NOW, 2, NOW, true, "no"));
        assertThat(json.read(json.write(state), FeedState.class)).isEqualTo(state);
    }

    @Test
    void aStateOfAnotherVersionWithLessInItIsStillRead() {
        byte[] little = "{\"status\":{\"condition\":\"OK\"},\"unknown\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(json.read(little, FeedState.class).seen()).isEqualTo(SeenEntries.NONE);
    }

    @Test
    void fiveHundredSeenEntriesTakeAFewKilobytes() {
        FeedState state = new FeedState(
                FeedState.NEW.status(),
                null,
                null,
                0,
                false,
                null,
                null,
                0,
                SeenEntries.NONE.with(keyed(0, 500), 500),
                List.of(),
                List.of(),
                QuietTimes.NONE,
                null);
        assertThat(json.write(state)).hasSizeLessThan(8500);
    }

    @Test
    void theOldestEntriesAreForgottenFirstAndThoseStillInTheDocumentLast() {
        SeenEntries seen =
                SeenEntries.NONE.with(keyed(0, 10), 10).with(keyed(0, 2), 10).with(keyed(10, 14), 10);
        assertThat(seen.size()).isEqualTo(10);
        assertThat(seen.version(keyed(0, 1).getFirst().key())).isPresent();
        assertThat(seen.version(keyed(2, 3).getFirst().key())).isEmpty();
        assertThat(seen.version(keyed(13, 14).getFirst().key())).isPresent();
    }
}
