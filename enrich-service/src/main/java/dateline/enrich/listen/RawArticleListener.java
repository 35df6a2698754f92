package dateline.enrich.listen;

import dateline.contract.ContractJson;
import dateline.contract.DeadLetter;
import dateline.contract.Headers;
import dateline.contract.RawArticle;
import dateline.contract.RecordPlace;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.contract.log.ArticleTrace;
import dateline.contract.log.CommittedCounts;
import dateline.contract.log.PatientConsumer;
import dateline.contract.log.Takedowns;
import dateline.enrich.pipeline.EnrichmentPipeline;
import dateline.enrich.pipeline.EnrichmentThreads;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
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
    private final EnrichmentThreads threads;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final CommittedCounts counts;
    private final Takedowns takedowns;
    private final ArticleTrace trace;
    private final ContractJson json = new ContractJson();

    RawArticleListener(
            KafkaOperations<String, byte[]> kafka,
            EnrichmentPipeline pipeline,
            EnrichmentThreads threads,
            Takedowns takedowns,
            InstantSource clock,
            MeterRegistry meters,
            CommittedCounts counts,
            ArticleTrace trace) {
        this.kafka = kafka;
        this.pipeline = pipeline;
        this.threads = threads;
        this.takedowns = takedowns;
        this.clock = clock;
        this.meters = meters;
        this.counts = counts;
        this.trace = trace;
        // Of what was never counted nobody sees the first.
        List.of("enriched", "takedown", "dead").forEach(this::counter);
    }

    @KafkaListener(id = "enrich", groupId = "dateline-enrich", topics = "news.raw", batch = "true")
    void onRaw(List<ConsumerRecord<String, byte[]>> batch, Consumer<?, ?> consumer) {
        if (!takedowns.isComplete()) {
            throw new IllegalStateException("the takedowns have not been read yet");
        }
        // Everything is ready before the first is sent: the transaction is open for a moment, however slow an enricher
        // is.
        List<Result> results = PatientConsumer.during(consumer, () -> threads.live(batch, this::traced));
        results.forEach(this::send);
    }

    /**
     * What becomes of a record.
     *
     * @param row to be sent
     * @param outcome to be counted
     */
    private record Result(ProducerRecord<String, byte[]> row, String outcome) {}

    private void send(Result result) {
        kafka.send(result.row());
        counts.add(counter(result.outcome()));
    }

    private Counter counter(String outcome) {
        return meters.counter("dateline.enrich", "outcome", outcome);
    }

    private Result traced(ConsumerRecord<String, byte[]> row) {
        return trace.step("enrich", ArticleTrace.parent(row.headers()), row.key(), () -> {
            Result result = result(row);
            trace.stamp(result.row().headers());
            trace.outcome(result.outcome());
            return result;
        });
    }

    /** What becomes of a record. Depends on nothing but the record, so what fails here fails always. */
    private Result result(ConsumerRecord<String, byte[]> row) {
        if (row.value() == null || takedowns.contains(String.valueOf(row.key()))) {
            return new Result(enriched(row, null), "takedown");
        }
        try {
            RawArticle article = json.read(row.value(), RawArticle.class);
            if (article.article() == null || !Objects.equals(article.id(), row.key())) {
                throw new UnreadableRecord("incomplete, or not the article of its key " + row.key(), null);
            }
            byte[] value = EnrichedSize.fitted(pipeline.enrich(article), json);
            return new Result(enriched(row, value), "enriched");
        } catch (UnreadableRecord e) {
            return new Result(dead(row, e), "dead");
        }
    }

    /**
     * Writes what came of a record of {@code news.raw} that was read anew, in the caller's transaction.
     *
     * @param order id of the replay's order
     */
    public void resend(ConsumerRecord<String, byte[]> row, byte[] value, String order) {
        ProducerRecord<String, byte[]> enriched = enriched(row, value);
        header(enriched, Headers.REPLAY, order);
        kafka.send(enriched);
    }

    /** Makes a record of {@code news.raw} a dead letter, in the caller's transaction. */
    public void bury(ConsumerRecord<String, byte[]> row, UnreadableRecord failure) {
        send(new Result(dead(row, failure), "dead"));
    }

    @SuppressWarnings("NullAway") // A tombstone's value is null by definition.
    private static ProducerRecord<String, byte[]> enriched(
            ConsumerRecord<String, byte[]> row, byte @Nullable [] value) {
        var enriched = new ProducerRecord<>(Topic.ENRICHED.topicName(), row.key(), value);
        header(enriched, Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION));
        header(enriched, Headers.RAW_PLACE, new RecordPlace(row.topic(), row.partition(), row.offset()).toString());
        Header revision = row.headers().lastHeader(Headers.REVISION);
        if (revision != null) {
            enriched.headers().add(revision);
        }
        // A replay goes on with the article's own trace.
        ArticleTrace.stamp(enriched.headers(), ArticleTrace.parent(row.headers()));
        return enriched;
    }

    private ProducerRecord<String, byte[]> dead(ConsumerRecord<String, byte[]> row, UnreadableRecord failure) {
        DeadLetter letter = DeadLetter.of(
                "unreadable",
                failure,
                SERVICE,
                row.topic(),
                row.partition(),
                row.offset(),
                attempt(row),
                clock.instant());
        var dead = new ProducerRecord<>(Topic.RAW_DEAD.topicName(), letter.origin(), DeadLetter.value(row.value()));
        row.headers().forEach(dead.headers()::add);
        letter.headers().forEach((name, value) -> header(dead, name, value));
        if (row.key() != null) {
            header(dead, Headers.DEAD_KEY, row.key());
        }
        return dead;
    }

    private static int attempt(ConsumerRecord<String, byte[]> row) {
        Header earlier = row.headers().lastHeader(Headers.DEAD_ATTEMPT);
        return DeadLetter.attempt(earlier == null ? null : earlier.value());
    }

    private static void header(ProducerRecord<String, byte[]> row, String name, String value) {
        // A letter that was sent again bears those of the last time.
        row.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
