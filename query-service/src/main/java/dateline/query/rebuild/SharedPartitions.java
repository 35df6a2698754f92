package dateline.query.rebuild;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions an instance's readers have between them. Each says what it has itself, for a partition that goes from one
 * to another is given up by the one and taken by the other in no order.
 */
final class SharedPartitions {
    private final Map<String, Set<Integer>> byReader = new ConcurrentHashMap<>();

    /** From now on the reader has these and no others. */
    void are(String reader, Collection<TopicPartition> partitions) {
        byReader.put(
                reader, partitions.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether any of the readers has it. */
    boolean contain(int partition) {
        return byReader.values().stream().anyMatch(own -> own.contains(partition));
    }
}
