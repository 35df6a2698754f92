package dateline.query.rebuild;

import dateline.contract.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Where the log of enriched articles begins and ends, and how far a consumer group has read it; by partition. */
@Component
class LogOffsets implements DisposableBean {
    private static final String TOPIC = Topic.ENRICHED.topicName();

    private final KafkaAdmin kafka;
    private volatile Admin admin;

    @SuppressWarnings("NullAway.Init") // The client is made when it is first needed: the broker may come later.
    LogOffsets(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    Map<Integer, Long> beginnings() {
        return list(OffsetSpec.earliest());
    }

    /** Where what is committed ends. */
    Map<Integer, Long> ends() {
        return list(OffsetSpec.latest());
    }

    /** How far the group has read; partitions that it has not committed are missing. */
    Map<Integer, Long> read(String group) {
        return get(() ->
                admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group).get().entrySet().stream()
                        .filter(entry -> entry.getKey().topic().equals(TOPIC) && entry.getValue() != null)
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().partition(),
                                entry -> entry.getValue().offset())));
    }

    /** Lets a group that nobody is in go on from there. */
    void set(String group, Map<Integer, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach((partition, offset) ->
                committed.put(new TopicPartition(TOPIC, partition), new OffsetAndMetadata(offset)));
        get(() -> admin().alterConsumerGroupOffsets(group, committed).all().get());
    }

    /** Whether nobody is in the group. */
    boolean isEmpty(String group) {
        return get(() -> {
            try {
                return admin().describeConsumerGroups(List.of(group)).all().get().values().stream()
                        .allMatch(description -> description.members().isEmpty());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException) {
                    return true;
                }
                throw e;
            }
        });
    }

    private Map<Integer, Long> list(OffsetSpec spec) {
        return get(() -> {
            Set<TopicPartition> partitions =
                    admin().describeTopics(List.of(TOPIC)).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(info -> new TopicPartition(TOPIC, info.partition())))
                            .collect(Collectors.toSet());
            return admin()
                    .listOffsets(
                            partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec)),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().partition(),
                            entry -> entry.getValue().offset()));
        });
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T get(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new org.apache.kafka.common.KafkaException("Kafka does not say: " + e.getCause(), e.getCause());
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(kafka.getConfigurationProperties());
        }
        return admin;
    }

    @Override
    public void destroy() {
        if (admin != null) {
            admin.close();
        }
    }
}
