package dateline.ingest.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedPartitionTests {
    @Test
    void allFeedsOfASiteShareItsPartition() {
        int partition = FeedPartition.of("https://example.co.uk/rss", 6);
        assertThat(FeedPartition.of("http://news.EXAMPLE.co.uk:8080/atom", 6)).isEqualTo(partition);
    }

    @Test
    void sitesOfOneHosterAreSpreadOverThePartitions() {
        assertThat(IntStream.range(0, 100)
                        .map(i -> FeedPartition.of("https://blog" + i + ".blogspot.com/feed", 6))
                        .distinct())
                .hasSize(6);
    }

    /** Were this to change, every feed's history would be looked for in the wrong place. */
    @Test
    void aSitesPartitionNeverChanges() {
        assertThat(FeedPartition.of("https://example.org/rss", 6)).isEqualTo(3);
        assertThat(FeedId.of("https://example.org/rss")).isEqualTo("36f840d5d3aa0cf3");
    }
}
