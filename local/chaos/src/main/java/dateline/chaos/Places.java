package dateline.chaos;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/** Reads what the index and the log hold. */
final class Places {
    private static final int PAGE = 1000;

    private final Calls calls;
    private final ChaosStack stack;
    private final ContractJson json = new ContractJson();

    Places(Calls calls, ChaosStack stack) {
        this.calls = calls;
        this.stack = stack;
    }

    /**
     * What is in the index, by article.
     *
     * @param twice addresses that more than one document has
     */
    record Index(Map<String, Held> articles, Set<String> twice) {}

    /** How many documents can be found; less than 0 if the node does not say. */
    int count() {
        Calls.Answer answer = calls.get(stack.elasticsearchPort(), "/articles/_count");
        return answer.ok() ? answer.json().path("count").asInt() : -1;
    }

    /** How many records each instance says that it has processed since it was started. */
    Map<String, Long> work() {
        Map<String, Long> work = new TreeMap<>();
        stack.instances()
                .forEach((name, port) -> work.put(
                        name,
                        calls.get(port, "/actuator/prometheus")
                                .body()
                                .lines()
                                .filter(line -> line.matches("dateline_(revise|enrich|index_articles)_total\\{.*"))
                                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                                .sum()));
        return work;
    }

    Index index() {
        calls.post(stack.elasticsearchPort(), "/articles/_refresh", "application/json", "");
        Map<String, Held> articles = new HashMap<>();
        Set<String> urls = new HashSet<>();
        Set<String> twice = new HashSet<>();
        String after = "";
        for (JsonNode page = page(after); !page.isEmpty(); page = page(after)) {
            for (JsonNode hit : page) {
                JsonNode document = hit.path("_source");
                articles.put(
                        hit.path("_id").asString(),
                        new Held(
                                document.path("revision").asInt(),
                                Story.checksum(document.path("body").asString(""))));
                if (!urls.add(document.path("url").asString())) {
                    twice.add(document.path("url").asString());
                }
                after = ",\"search_after\":[\"" + document.path("id").asString() + "\"]";
            }
        }
        return new Index(articles, twice);
    }

    private JsonNode page(String after) {
        String query = "{\"size\":" + PAGE + ",\"sort\":[{\"id\":\"asc\"}],"
                + "\"_source\":[\"id\",\"url\",\"revision\",\"body\"]" + after + "}";
        Calls.Answer answer = calls.post(stack.elasticsearchPort(), "/articles/_search", "application/json", query);
        if (!answer.ok()) {
            throw new IllegalStateException("the index can not be read: " + answer.body());
        }
        return answer.json().path("hits").path("hits");
    }

    /** The newest committed record of every article in {@code news.raw}; those taken down are missing. */
    Map<String, Held> raw() {
        return newest(Topic.RAW, value -> held(json.read(value, RawArticle.class)));
    }

    /** The same of {@code news.enriched}. */
    Map<String, Held> enriched() {
        return newest(
                Topic.ENRICHED,
                value -> held(json.read(value, EnrichedArticle.class).raw()));
    }

    /** How many dead letters there are. */
    int deadLetters() {
        int[] letters = {0};
        for (Topic topic : List.of(Topic.INCOMING_DEAD, Topic.RAW_DEAD, Topic.ENRICHED_DEAD)) {
            each(topic, row -> letters[0]++);
        }
        return letters[0];
    }

    private static Held held(RawArticle article) {
        return new Held(article.revision(), Story.checksum(article.article().body()));
    }

    private interface Reading {
        Held of(byte[] value);
    }

    private interface Taking {
        void take(ConsumerRecord<String, byte[]> row);
    }

    private Map<String, Held> newest(Topic topic, Reading reading) {
        Map<String, Held> newest = new HashMap<>();
        each(topic, row -> {
            if (row.value() == null) {
                newest.remove(row.key());
            } else {
                newest.put(row.key(), reading.of(row.value()));
            }
        });
        return newest;
    }

    private void each(Topic topic, Taking taking) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", stack.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(topic.topicName(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(taking::take);
            }
        }
    }
}
