package dateline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackendsIT {
    @BeforeAll
    static void startBothAtOnce() {
        Backends.startBoth();
    }

    @Test
    void aRecordThatWasSentIsRead() throws Exception {
        var topic = Backends.uniqueName("backends");
        Map<String, Object> servers = Map.of("bootstrap.servers", Backends.bootstrapServers());
        try (var producer = new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
        Map<String, Object> reader = Map.of(
                "bootstrap.servers", Backends.bootstrapServers(), "group.id", topic, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var values = Stream.generate(() -> consumer.poll(Duration.ofSeconds(1)))
                    .limit(30)
                    .filter(records -> !records.isEmpty())
                    .findFirst()
                    .stream()
                    .flatMap(records -> Stream.of(records.iterator().next().value()));
            assertThat(values).containsExactly("value");
        }
    }

    @Test
    void anIndexWithALanguageAnalyzerFindsAnInflectedWord() throws Exception {
        var index = "/" + Backends.uniqueName("backends");
        put(index, """
                {"mappings": {"properties": {"text": {"type": "text", "analyzer": "russian"}}}}""");
        put(index + "/_doc/1?refresh=true", """
                {"text": "в правительстве обсудили новости"}""");
        assertThat(ask(HttpRequest.newBuilder(
                                URI.create(
                                        Backends.elasticsearchUrl() + index
                                                + "/_count?q=text:%D0%BF%D1%80%D0%B0%D0%B2%D0%B8%D1%82%D0%B5%D0%BB%D1%8C%D1%81%D1%82%D0%B2%D0%BE"))
                        .build()))
                .contains("\"count\":1");
    }

    private static void put(String path, String json) throws Exception {
        ask(HttpRequest.newBuilder(URI.create(Backends.elasticsearchUrl() + path))
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static String ask(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response.body();
        }
    }
}
