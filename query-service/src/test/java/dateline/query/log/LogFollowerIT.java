package dateline.query.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogFollowerIT {
    private final String topic = Backends.uniqueName("followed");
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private final LogFollower.Reader reader = new LogFollower.Reader() {
        @Override
        public void begin() {
            seen.clear();
        }

        @Override
        public void read(List<ConsumerRecord<byte[], byte[]>> records) {
            records.forEach(row -> seen.add(new String(row.key())));
        }
    };

    @Test
    void aFollowerThatWasStoppedReadsTheLogAgainFromItsBeginning() {
        TopicProbe.send(topic, "one", new byte[0]);
        try (var follower =
                new LogFollower(topic, Map.of("bootstrap.servers", Backends.bootstrapServers()), () -> null, reader)) {
            follower.start();
            awaitSeen(List.of("one"));

            follower.close();
            TopicProbe.send(topic, "two", new byte[0]);
            follower.start();

            awaitSeen(List.of("one", "two"));
        }
    }

    @Test
    void oneThatIsStoppedDoesNotComplain(CapturedOutput output) {
        TopicProbe.send(topic, "one", new byte[0]);
        try (var follower =
                new LogFollower(topic, Map.of("bootstrap.servers", Backends.bootstrapServers()), () -> null, reader)) {
            follower.start();
            awaitSeen(List.of("one"));
        }

        assertThat(output.getAll()).doesNotContain("InterruptException");
    }

    private void awaitSeen(List<String> keys) {
        await().atMost(Duration.ofMinutes(1)).until(() -> new ArrayList<>(seen).equals(keys));
    }
}
