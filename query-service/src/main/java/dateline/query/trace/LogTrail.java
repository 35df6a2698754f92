package dateline.query.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.Headers;
import dateline.contract.RecordPlace;
import dateline.contract.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Where an article lies in the log. The key's partition is known. If the index says which record its document was made
 * of, that is read where it lies, and only what the services have not read yet is looked through; else the partition is,
 * the newest first.
 *
 * @param incoming records of the last seven days
 * @param raw the newest record in {@code news.raw}
 * @param enriched the newest in {@code news.enriched}
 */
record LogTrail(Part incoming, Part raw, Part enriched, Positions.Read positions) {
    private static final int MOST_SIGHTINGS = 20;

    /**
     * What was found in a topic, the newest first.
     *
     * @param partitions 0 if the topic is not there
     */
    record Part(TopicPartition partition, int partitions, LogScan.Found found) {
        @Nullable
        ConsumerRecord<byte[], byte[]> newest() {
            return found.rows().isEmpty() ? null : found.rows().getFirst();
        }
    }

    static LogTrail follow(LogScan scan, String id, @Nullable String source, Positions.Read positions) {
        Part enriched = newest(scan, Topic.ENRICHED, id, source, positions);
        ConsumerRecord<byte[], byte[]> row = source == null ? null : enriched.newest();
        Part raw = newest(scan, Topic.RAW, id, row == null ? null : header(row, Headers.RAW_PLACE), positions);
        TopicPartition partition = partition(scan, Topic.INCOMING, id);
        int partitions = scan.partitions(Topic.INCOMING.topicName());
        Part incoming = new Part(
                partition, partitions, partitions == 0 ? NOTHING : scan.byKey(partition, id, 0, MOST_SIGHTINGS));
        return new LogTrail(incoming, raw, enriched, positions);
    }

    private static final LogScan.Found NOTHING = new LogScan.Found(List.of(), 0, 0, 0);

    private static Part newest(LogScan scan, Topic topic, String id, @Nullable String known, Positions.Read positions) {
        int partitions = scan.partitions(topic.topicName());
        TopicPartition partition = partition(scan, topic, id);
        if (partitions == 0) {
            return new Part(partition, 0, NOTHING);
        }
        List<ConsumerRecord<byte[], byte[]>> jump = known == null ? List.of() : scan.at(RecordPlace.parse(known));
        if (jump.isEmpty()) {
            return new Part(partition, partitions, scan.byKey(partition, id, 0, 1));
        }
        long read = positions.of(partition).orElse(0);
        long after = Math.max(read, jump.getFirst().offset() + 1);
        LogScan.Found newer = scan.byKey(partition, id, after, 1);
        return new Part(
                partition,
                partitions,
                newer.rows().isEmpty() ? new LogScan.Found(jump, newer.from(), newer.begin(), newer.end()) : newer);
    }

    private static TopicPartition partition(LogScan scan, Topic topic, String id) {
        // As Kafka's own partitioner has it; news.raw shares the partitions of news.incoming.
        int partitions = Math.max(1, scan.partitions(topic.topicName()));
        return new TopicPartition(topic.topicName(), Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % partitions);
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> row, String name) {
        Header header = row.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
