package dateline.query.trace;

import dateline.contract.Topic;
import dateline.query.index.IndexSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** How far the services have read. */
@Component
class Positions {
    private static final long PATIENCE_SECONDS = 5;

    private final KafkaAdmin admin;
    private final Map<Topic, String> groups;

    Positions(KafkaAdmin admin, IndexSettings index) {
        this.admin = admin;
        this.groups =
                Map.of(Topic.INCOMING, "dateline-revise", Topic.RAW, "dateline-enrich", Topic.ENRICHED, index.group());
    }

    /** Positions of the groups that read the three topics, by partition. */
    record Read(Map<TopicPartition, Long> offsets) {
        /** The position in that partition: everything before it was read. Empty if nothing was. */
        OptionalLong of(TopicPartition partition) {
            Long offset = offsets.get(partition);
            return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
        }

        boolean hasRead(TopicPartition partition, long offset) {
            return of(partition).orElse(0) > offset;
        }
    }

    /** The positions now. */
    Read now() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            for (Map.Entry<Topic, String> group : groups.entrySet()) {
                Map<TopicPartition, OffsetAndMetadata> committed = client.listConsumerGroupOffsets(group.getValue())
                        .partitionsToOffsetAndMetadata()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                committed.forEach((partition, position) -> {
                    if (position != null
                            && partition.topic().equals(group.getKey().topicName())) {
                        offsets.put(partition, position.offset());
                    }
                });
            }
            return new Read(offsets);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say how far the services have read: " + e.getMessage(), e);
        }
    }
}
