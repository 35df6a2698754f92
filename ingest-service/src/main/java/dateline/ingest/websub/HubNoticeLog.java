package dateline.ingest.websub;

import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.ingest.subscribe.FeedPartition;
import dateline.ingest.subscribe.FeedTopics;
import dateline.ingest.subscribe.HubNotice;
import dateline.ingest.subscribe.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes on what hubs said, to whoever polls the feed. */
@Component
class HubNoticeLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Header SCHEMA = new RecordHeader(
            Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION).getBytes(StandardCharsets.UTF_8));

    private final FeedTopics topics;
    private final ContractJson json = new ContractJson();
    private @Nullable Producer<String, byte[]> producer;

    HubNoticeLog(FeedTopics topics) {
        this.topics = topics;
    }

    /**
     * Returns once all replicas have it.
     *
     * @param kind {@link HubNotice#LEASE} or {@link HubNotice#PUSH}
     * @param partitions how many the feed topics have
     * @throws KafkaException if it could not be written
     */
    void write(Subscription feed, String kind, HubNotice notice, int partitions) {
        int partition = FeedPartition.of(feed.url(), partitions);
        try {
            producer()
                    .send(new ProducerRecord<>(
                            FeedTopics.PUSHES, partition, feed.id() + kind, json.write(notice), List.of(SCHEMA)))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("what a hub said could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = topics.writer();
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
