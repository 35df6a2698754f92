package dateline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {
    private static final Jvm JVM = new Jvm("256m", true);

    private final Path home = Checkout.aroundWorkingDirectory().kafkaHome();

    @Test
    void aRecordSurvivesARestart(@TempDir Path folder) throws Exception {
        var data = new DataFolder(folder);
        var first = LocalKafka.start(home, data, Ports.free(), JVM);
        try {
            send(first.bootstrapServers(), "kept");
        } finally {
            assertThat(first.stop()).isTrue();
        }
        var second = LocalKafka.start(home, data, Ports.free(), JVM);
        try {
            assertThat(read(second.bootstrapServers())).containsExactly("kept");
        } finally {
            second.stop();
        }
    }

    @Test
    void twoBrokersRunSideBySide(@TempDir Path left, @TempDir Path right) throws Exception {
        var one = LocalKafka.start(home, new DataFolder(left), Ports.free(), JVM);
        try {
            var other = LocalKafka.start(home, new DataFolder(right), Ports.free(), JVM);
            try {
                send(one.bootstrapServers(), "one");
                send(other.bootstrapServers(), "other");
                assertThat(read(one.bootstrapServers())).containsExactly("one");
                assertThat(read(other.bootstrapServers())).containsExactly("other");
            } finally {
                other.stop();
            }
        } finally {
            one.stop();
        }
    }

    private static void send(String servers, String value) throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", servers);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("records", value)).get();
        }
    }

    private static List<String> read(String servers) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", servers, "group.id", "reader", "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("records"));
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (values.isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
