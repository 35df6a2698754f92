package dateline.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contract.ContractJson;
import dateline.contract.RawArticle;
import dateline.contract.ReplayOrder;
import dateline.contract.ReplayProgress;
import dateline.contract.Topic;
import dateline.enrich.EnrichApplication;
import dateline.testing.Backends;
import dateline.testing.TopicProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, ended by SIGKILL in the middle of a replay. */
class ReplayKillIT {
    private static final int ARTICLES = 600;
    private static final int KILLS = 2;

    private final ContractJson json = new ContractJson();

    @TempDir
    private Path folder;

    private @Nullable Process service;

    @AfterEach
    void end() {
        if (service != null) {
            service.destroyForcibly();
        }
    }

    @Test
    void aKilledReplayGoesOnWhereItWasAndWritesNoArticleTwice() throws Exception {
        start();
        List<String> ids = publish();
        Predicate<ConsumerRecord<String, byte[]>> ours = row -> ids.contains(row.key());
        // The topics come with the service.
        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            enriched.await(ARTICLES, ours);
        }
        String id = Backends.uniqueName("kill");
        ReplayOrder order = new ReplayOrder(
                id,
                new ReplayOrder.Selection(null, null, List.of("kill.example"), List.of()),
                false,
                "",
                Instant.now());
        TopicProbe.send(Topic.REPLAYS.topicName(), id, json.write(order));

        try (var progress = new TopicProbe(Topic.REPLAY_PROGRESS.topicName())) {
            int running = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                // Some, and not yet all, of a partition is done.
                running = progress.await(running + 1, row -> {
                            ReplayProgress part = ours(row, id);
                            return part != null && part.done() > 0 && part.state() == ReplayProgress.State.RUNNING;
                        })
                        .size();
                end();
                start();
            }
            List<ReplayProgress> done = progress
                    .await(6, row -> {
                        ReplayProgress part = ours(row, id);
                        return part != null && part.state() == ReplayProgress.State.FINISHED;
                    })
                    .stream()
                    .map(row -> json.read(row.value(), ReplayProgress.class))
                    .toList();
            assertThat(done).extracting(ReplayProgress::partition).doesNotHaveDuplicates();
            assertThat(done.stream().mapToLong(ReplayProgress::written).sum()).isEqualTo(ARTICLES);
        }
        try (var enriched = new TopicProbe(Topic.ENRICHED.topicName())) {
            Map<String, Long> copies = enriched.await(2 * ARTICLES, ours).stream()
                    .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
            assertThat(copies.values()).hasSize(ARTICLES).containsOnly(2L);
        }
    }

    private @Nullable ReplayProgress ours(ConsumerRecord<String, byte[]> row, String order) {
        return row.value() != null && row.key().startsWith(order + "/")
                ? json.read(row.value(), ReplayProgress.class)
                : null;
    }

    private List<String> publish() {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", Backends.bootstrapServers()));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return IntStream.range(0, ARTICLES)
                    .mapToObj(i -> RawSample.of("kill.example", i))
                    .peek(raw -> producer.send(new ProducerRecord<>(Topic.RAW.topicName(), raw.id(), json.write(raw))))
                    .map(RawArticle::id)
                    .toList();
        }
    }

    private void start() throws IOException {
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnrichApplication.class.getName(),
                        "--server.port=0",
                        "--dateline.enrich.enrichers=language",
                        "--dateline.replay.batch=8",
                        "--dateline.replay.ahead=8",
                        "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                        "--spring.kafka.bootstrap-servers=" + Backends.bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service.log").toFile()))
                .start();
    }
}
