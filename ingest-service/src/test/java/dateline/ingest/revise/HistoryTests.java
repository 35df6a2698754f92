package dateline.ingest.revise;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.Change;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTests {
    private static Change change(int revision, int characters) {
        return new Change(revision, Sightings.NOON, null, List.of("x".repeat(characters)), List.of());
    }

    @Test
    void ofAPageThatIsRewrittenForEverTheNewestChangesThatFitARecordAreKept() {
        List<Change> kept = History.bounded(
                IntStream.range(2, 92).mapToObj(i -> change(i, 50_000)).toList());

        assertThat(kept)
                .hasSizeBetween(2, 8)
                .last()
                .extracting(Change::revision)
                .isEqualTo(91);
        assertThat(kept.stream()
                        .mapToInt(each -> each.added().getFirst().length())
                        .sum())
                .isLessThanOrEqualTo(History.MAX_CHARACTERS);
    }

    @Test
    void ofAChangeThatIsABookTheBeginningIsKept() {
        List<Change> kept = History.bounded(List.of(change(2, 5_000_000)));

        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().added().getFirst().length()).isEqualTo(100_000);
    }
}
