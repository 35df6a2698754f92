package dateline.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ContractJson;
import dateline.contract.EnrichedArticle;
import dateline.contract.Headers;
import dateline.contract.Topic;
import dateline.load.article.Articles;
import dateline.local.CannotStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes articles to {@code news.enriched} as enrich-service does, never holding more than a few hundred. */
public final class Publishing implements AutoCloseable {
    private static final int AT_ONCE = 200;

    private final ContractJson json = new ContractJson();
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Connects to a broker, as {@code host:port}. */
    public Publishing(String kafka) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "compression.type",
                        "zstd",
                        "linger.ms",
                        20,
                        "batch.size",
                        262_144,
                        "buffer.memory",
                        33_554_432L,
                        "max.request.size",
                        16_777_216,
                        "max.block.ms",
                        120_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Publishes those of a range, with as many threads as there are processors.
     *
     * @param progress is told now and then how many are done
     * @throws CannotStart if Kafka does not take them
     */
    public void publish(Articles articles, long from, long to, LongConsumer progress) {
        AtomicLong next = new AtomicLong(from);
        AtomicLong done = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                long begin = next.getAndAdd(AT_ONCE);
                while (begin < to && failure.get() == null) {
                    long end = Math.min(to, begin + AT_ONCE);
                    for (long number = begin; number < end; number++) {
                        send(articles.article(number));
                    }
                    progress.accept(done.addAndGet(end - begin));
                    begin = next.getAndAdd(AT_ONCE);
                }
            }));
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted", e);
        }
        flush();
    }

    /** Publishes one; returns before it is written. */
    public void send(EnrichedArticle article) {
        ProducerRecord<byte[], byte[]> row = new ProducerRecord<>(
                Topic.ENRICHED.topicName(), article.raw().id().getBytes(UTF_8), json.write(article));
        row.headers()
                .add(
                        Headers.SCHEMA,
                        Integer.toString(ContractJson.SCHEMA_VERSION).getBytes(UTF_8));
        row.headers()
                .add(
                        Headers.REVISION,
                        Integer.toString(article.raw().revision()).getBytes(UTF_8));
        try {
            producer.send(row, (metadata, problem) -> {
                if (problem != null) {
                    failure.compareAndSet(null, problem);
                }
            });
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits until everything is written. */
    public void flush() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new CannotStart("Kafka does not take the articles: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(30));
    }
}
