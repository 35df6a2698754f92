package dateline.query.pipeline;

import dateline.contract.Topic;
import dateline.query.index.IndexSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Looks at Kafka: its brokers and partitions, and how far behind whoever reads articles is. Not thread-safe. */
@Component
class KafkaLook implements DisposableBean {
    /** Kafka does not answer, or not with what was asked for. */
    static final class Away extends Exception {
        private static final long serialVersionUID = 1L;

        Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static final Set<String> READ =
            Set.of(Topic.INCOMING.topicName(), Topic.RAW.topicName(), Topic.ENRICHED.topicName());
    private static final Set<String> OURS =
            Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());

    private final KafkaAdmin kafka;
    private final PipelineSettings settings;
    private final RecordTimes times;
    private final Map<String, String> always;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Admin admin;

    KafkaLook(KafkaAdmin kafka, PipelineSettings settings, RecordTimes times, IndexSettings index) {
        this.kafka = kafka;
        this.settings = settings;
        this.times = times;
        this.always = new TreeMap<>(Map.of(
                "dateline-revise",
                Topic.INCOMING.topicName(),
                "dateline-enrich",
                Topic.RAW.topicName(),
                index.group(),
                Topic.ENRICHED.topicName()));
    }

    /** What was seen. */
    record Look(KafkaHealth health, List<Lag> lags) {}

    Look look() throws Away {
        Admin client = admin();
        int brokers = get(client.describeCluster().nodes()).size();
        Set<String> there = get(client.listTopics().names());
        Collection<TopicDescription> topics = get(client.describeTopics(
                                there.stream().filter(OURS::contains).toList())
                        .allTopicNames())
                .values();
        return new Look(health(brokers, topics), lags(client, topics));
    }

    private static KafkaHealth health(int brokers, Collection<TopicDescription> topics) {
        List<String> behind = new ArrayList<>();
        List<String> offline = new ArrayList<>();
        int partitions = 0;
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo info : topic.partitions()) {
                partitions++;
                if (info.leader() == null || info.leader().isEmpty()) {
                    offline.add(topic.name() + "-" + info.partition());
                } else if (info.isr().size() < info.replicas().size()) {
                    behind.add(topic.name() + "-" + info.partition());
                }
            }
        }
        return new KafkaHealth(brokers, topics.size(), partitions, List.copyOf(behind), List.copyOf(offline));
    }

    private List<Lag> lags(Admin client, Collection<TopicDescription> topics) throws Away {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicDescription topic : topics) {
            if (READ.contains(topic.name())) {
                topic.partitions()
                        .forEach(info ->
                                wanted.put(new TopicPartition(topic.name(), info.partition()), OffsetSpec.latest()));
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                get(client.listOffsets(wanted, committed).all());
        wanted.replaceAll((partition, spec) -> OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> beginnings =
                get(client.listOffsets(wanted, committed).all());
        Map<String, Integer> groups = groups(client);
        Map<String, Map<TopicPartition, OffsetAndMetadata>> positions =
                get(client.listConsumerGroupOffsets(groups.keySet().stream()
                                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                        .all());
        Map<String, Map<String, Map<TopicPartition, Long>>> open = new TreeMap<>();
        groups.keySet().forEach(group -> {
            Map<TopicPartition, OffsetAndMetadata> own = positions.getOrDefault(group, Map.of());
            for (TopicPartition partition : wanted.keySet()) {
                if (reads(group, own, partition.topic())) {
                    OffsetAndMetadata position = own.get(partition);
                    long first = offset(beginnings, partition);
                    long at = position == null ? first : Math.max(first, position.offset());
                    open.computeIfAbsent(group, g -> new TreeMap<>())
                            .computeIfAbsent(partition.topic(), t -> new HashMap<>())
                            .put(partition, at);
                }
            }
        });
        List<Lag> lags = new ArrayList<>();
        for (var group : open.entrySet()) {
            for (var topic : group.getValue().entrySet()) {
                lags.add(lag(group.getKey(), topic.getKey(), topic.getValue(), ends, groups));
            }
        }
        return List.copyOf(lags);
    }

    /** 0 for a partition that was not asked about. */
    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo info = offsets.get(partition);
        return info == null ? 0 : info.offset();
    }

    private Lag lag(
            String group,
            String topic,
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<String, Integer> groups) {
        long offsets = 0;
        Duration behind = Duration.ZERO;
        for (var position : positions.entrySet()) {
            long end = offset(ends, position.getKey());
            if (end > position.getValue()) {
                offsets += end - position.getValue();
                Long written = times.of(position.getKey(), position.getValue(), end);
                if (written != null) {
                    Duration age = Duration.ofMillis(Math.max(0, clock.millis() - written));
                    behind = age.compareTo(behind) > 0 ? age : behind;
                }
            }
        }
        return new Lag(group, topic, behind, offsets, groups.getOrDefault(group, 0));
    }

    /** One that has gone may have left a position anywhere; one of ours may have none yet. */
    private boolean reads(String group, Map<TopicPartition, OffsetAndMetadata> positions, String topic) {
        return topic.equals(always.get(group))
                || positions.keySet().stream()
                        .anyMatch(partition -> partition.topic().equals(topic));
    }

    /** Those that must be there, and any others that somebody is in; with the number of members. */
    private Map<String, Integer> groups(Admin client) throws Away {
        Set<String> known = get(
                        client.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
        Map<String, Integer> groups = new TreeMap<>();
        always.keySet().forEach(group -> groups.put(group, 0));
        if (!known.isEmpty()) {
            Map<String, ConsumerGroupDescription> described =
                    get(client.describeConsumerGroups(known).all());
            described.forEach((group, description) -> {
                if (always.containsKey(group) || !description.members().isEmpty()) {
                    groups.put(group, description.members().size());
                }
            });
        }
        return groups;
    }

    private <T> T get(KafkaFuture<T> future) throws Away {
        try {
            return future.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Away("no answer within " + settings.patience().toSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Away(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("interrupted", e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> own = new HashMap<>(kafka.getConfigurationProperties());
            int patience = (int) settings.patience().toMillis();
            own.put(AdminClientConfig.CLIENT_ID_CONFIG, "dateline-pipeline");
            own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
            own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
            admin = Admin.create(own);
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
        times.close();
    }
}
