package dateline.ingest.poll;

import static dateline.ingest.poll.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedEntryTests {
    private static long key(Entry entry) {
        return KeyedEntry.of(List.of(entry)).getFirst().key();
    }

    @Test
    void anArticleIsItsPageWhateverItsIdSays() {
        assertThat(key(entry("1", "https://example.org/a?utm_source=rss", "A", "")))
                .isEqualTo(key(entry("2", "https://example.org/a", "Another title", "text")));
    }

    @Test
    void entriesThatShareALinkAreToldApartById() {
        List<KeyedEntry> keyed = KeyedEntry.of(List.of(
                entry("1", "https://example.org/live", "A", ""), entry("2", "https://example.org/live", "B", "")));
        assertThat(keyed).extracting(KeyedEntry::key).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void oneIdForAllEntriesDoesNotMakeThemOne() {
        List<KeyedEntry> keyed = KeyedEntry.of(List.of(
                entry("same", "https://example.org/a", "A", ""), entry("same", "https://example.org/b", "B", "")));
        assertThat(keyed).extracting(KeyedEntry::key).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void anEntryThatIsThereTwiceCountsOnce() {
        Entry entry = entry("1", "https://example.org/a", "A", "");
        assertThat(KeyedEntry.of(List.of(entry, entry))).hasSize(1);
    }

    @Test
    void withoutALinkTheIdDecidesAndWithoutBothTheWords() {
        assertThat(key(entry("1", "", "A", ""))).isEqualTo(key(entry("1", "", "B", "")));
        assertThat(key(entry("", "", "A", "x"))).isEqualTo(key(entry("", "", "A", "x")));
        assertThat(key(entry("", "", "A", "x"))).isNotEqualTo(key(entry("", "", "A", "y")));
    }

    @Test
    void aChangedTitleOrTextOrDateIsAnotherVersion() {
        Entry before = entry("1", "https://example.org/a", "A", "text");
        int version = KeyedEntry.of(List.of(before)).getFirst().version();
        assertThat(KeyedEntry.of(List.of(entry("1", "https://example.org/a", "A!", "text")))
                        .getFirst()
                        .version())
                .isNotEqualTo(version);
        assertThat(KeyedEntry.of(List.of(entry("1", "https://example.org/a", "A", "text!")))
                        .getFirst()
                        .version())
                .isNotEqualTo(version);
    }
}
