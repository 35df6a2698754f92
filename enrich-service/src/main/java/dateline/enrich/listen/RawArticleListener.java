package dateline.enrich.listen;

import dateline.contract.ContractJson;
import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.enrich.pipeline.EnrichmentPipeline;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/**
 * Takes articles from {@code news.raw} to {@code news.enriched}. One transaction per batch holds what was written and
 * the position read to, so a crash repeats nothing that a reader of committed records can see. A replay writes by the
 * same methods.
 */
@Component
public class RawArticleListener {
    private static final String SERVICE = "enrich-service";

    private final KafkaOperations<String, byte[]> kafka;
    private final EnrichmentPipeline pipeline;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final ContractJson json = new ContractJson();

    RawArticleListener(
            KafkaOperations<String, byte[]> kafka,
            EnrichmentPipeline pipeline,
            InstantSource clock,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.pipeline = pipeline;
        this.clock = clock;
        this.meters = meters;
    }

    @KafkaListener(id = "enrich", groupId = "dateline-enrich", topics = "news.raw", batch = "true")
    void onRaw(List<ConsumerRecord<String, byte[]>> batch) {
        batch.forEach(this::onRaw);
    }

    private void onRaw(ConsumerRecord<String, byte[]> row) {
        if (row.value() == null) {
            send(row, null);
            count("takedown");
            return;
        }
        RawArticle article;
        try {
            article = json.read(row.value(), RawArticle.class);
        } catch (UnreadableRecord e) {
            bury(row, e);
            return;
        }
        send(row, json.write(pipeline.enrich(article)));
        count("enriched");
    }

    /** Writes what came of a record of {@code news.raw}, in the caller's transaction. */
    @SuppressWarnings("NullAway") // A tombstone's value is null by definition.
    public void send(ConsumerRecord<String, byte[]> row, byte @Nullable [] value) {
        var enriched = new ProducerRecord<>(Topic.ENRICHED.topicName(), row.key(), value);
        header(enriched, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        Header revision = row.headers().lastHeader(Headers.REVISION);
        if (revision != null) {
            enriched.headers().add(revision);
        }
        kafka.send(enriched);
    }

    /** Makes a record of {@code news.raw} a dead letter, in the caller's transaction. */
    public void bury(ConsumerRecord<String, byte[]> row, UnreadableRecord failure) {
        DeadLetter letter = DeadLetter.of(
                "unreadable", failure, SERVICE, row.topic(), row.partition(), row.offset(), 1, clock.instant());
        var dead = new ProducerRecord<>(Topic.RAW_DEAD.topicName(), row.key(), row.value());
        row.headers().forEach(dead.headers()::add);
        letter.headers().forEach((name, value) -> header(dead, name, value));
        kafka.send(dead);
        count("dead");
    }

    private static void header(ProducerRecord<String, byte[]> row, String name, String value) {
        row.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void count(String outcome) {
        meters.counter("dateline.enrich", "outcome", outcome).increment();
    }
}
