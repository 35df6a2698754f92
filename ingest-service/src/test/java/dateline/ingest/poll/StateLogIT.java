package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.contract.ContractJson;
import dateline.ingest.subscribe.FeedTopics;
import dateline.testing.Backends;
import dateline.testing.BackendsInitializer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@DirtiesContext
@SpringBootTest(properties = {"spring.config.name=ingest-service", "dateline.feeds.enabled=false"})
@ContextConfiguration(initializers = BackendsInitializer.class)
class StateLogIT {
    private static final int PARTITION = 4;

    @Autowired
    private StateLog states;

    @Test
    void aStateCommittedAfterAStrangersOpenTransactionIsNotMissed() throws Exception {
        String feed = Backends.uniqueName("feed");
        try (KafkaProducer<String, byte[]> stranger = stranger()) {
            stranger.initTransactions();
            stranger.beginTransaction();
            stranger.send(new ProducerRecord<>(FeedTopics.STATE, PARTITION, "stranger", new byte[] {1}))
                    .get();
            try (KafkaProducer<String, byte[]> owner = new KafkaProducer<>(
                    Map.of("bootstrap.servers", Backends.bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                owner.send(new ProducerRecord<>(
                                FeedTopics.STATE, PARTITION, feed, new ContractJson().write(FeedState.NEW)))
                        .get();
            }

            var loaded = CompletableFuture.supplyAsync(() -> states.load(PARTITION));

            assertThatThrownBy(() -> loaded.get(1, TimeUnit.SECONDS))
                    .as("nobody knows yet what the stranger's transaction comes to")
                    .isInstanceOf(TimeoutException.class);
            stranger.abortTransaction();
            assertThat(loaded.get(30, TimeUnit.SECONDS)).containsKey(feed).doesNotContainKey("stranger");
        }
    }

    private static KafkaProducer<String, byte[]> stranger() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", Backends.bootstrapServers(), "transactional.id", "stranger"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
