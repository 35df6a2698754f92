package dateline.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SharedPartitionsTests {
    private final SharedPartitions shared = new SharedPartitions();

    private static Set<TopicPartition> partitions(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new TopicPartition("news.enriched", number))
                .collect(Collectors.toSet());
    }

    @Test
    void aPartitionThatGoesFromOneReaderToAnotherStaysWhicheverOfThemIsToldFirst() {
        shared.are("first", partitions(0, 1, 2));

        shared.are("second", partitions(0, 1));
        shared.are("first", partitions(2));

        assertThat(shared.contain(0)).isTrue();
        assertThat(shared.contain(2)).isTrue();
    }

    @Test
    void whatNoReaderHasAnyMoreIsGone() {
        shared.are("first", partitions(0, 1));

        shared.are("first", partitions());

        assertThat(shared.contain(0)).isFalse();
    }
}
