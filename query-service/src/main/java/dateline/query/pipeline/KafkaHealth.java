package dateline.query.pipeline;

import java.util.List;

/**
 * How Kafka is.
 *
 * @param brokers how many answer
 * @param topics how many of Dateline's topics there are
 * @param partitions how many partitions those have
 * @param underReplicated partitions of which a replica is behind or away, as {@code topic-partition}
 * @param offline partitions that nobody leads: they can neither be read nor written
 */
public record KafkaHealth(
        int brokers, int topics, int partitions, List<String> underReplicated, List<String> offline) {}
