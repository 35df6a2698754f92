package dateline.ingest.revise;

import dateline.contract.ArticleId;
import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.contract.OutletBlock;
import dateline.contract.RawArticle;
import dateline.contract.Topic;
import dateline.contract.UnreadableRecord;
import dateline.contract.log.LogEnd;
import dateline.ingest.log.PartitionReplay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads back what was written to {@code news.raw} and {@code news.takedowns}. */
@Component
class RawLog {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Properties ONE_RECORD = oneRecord();
    private static final Fingerprint UNKNOWN = new Fingerprint(0, 0);

    private final ConsumerFactory<String, byte[]> consumers;
    private final ContractJson json = new ContractJson();

    RawLog(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /** All that is known of the articles of one partition, from headers alone. */
    ArticleLedger load(int partition) {
        ArticleLedger ledger = new ArticleLedger();
        // Revisions first: a deletion that is made later must know which revision it removes.
        replay(new TopicPartition(Topic.RAW.topicName(), partition), row -> {
            if (isArticle(row) && row.value() != null) {
                ledger.put(row.key(), fingerprint(row), revision(row), row.offset());
            }
        });
        replay(new TopicPartition(Topic.TAKEDOWNS.topicName(), partition), row -> {
            if (row.key() != null && row.key().startsWith(OutletBlock.KEY_PREFIX)) {
                ledger.block(row.key().substring(OutletBlock.KEY_PREFIX.length()), row.value() != null);
            } else if (isArticle(row)) {
                ledger.takeDown(row.key());
            }
        });
        return ledger;
    }

    /**
     * The article whose newest revision lies at that offset.
     *
     * @throws UnreadableRevision if it lies there and cannot be read
     * @throws IllegalStateException if something else lies there: the ledger is not of this log
     */
    RawArticle read(int partition, String id, long offset) {
        TopicPartition raw = new TopicPartition(Topic.RAW.topicName(), partition);
        try (var consumer = consumers.createConsumer("dateline-revise-read", "", null, ONE_RECORD)) {
            consumer.assign(Set.of(raw));
            consumer.seek(raw, offset);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL).records(raw)) {
                    if (row.offset() == offset && id.equals(row.key()) && row.value() != null) {
                        return read(row);
                    }
                    throw new IllegalStateException(raw + "@" + offset + " does not hold article " + id);
                }
            }
            throw new IllegalStateException(raw + "@" + offset + " could not be read within 30 s");
        }
    }

    private void replay(TopicPartition from, Consumer<ConsumerRecord<String, byte[]>> reader) {
        // A former owner's transaction may still be open. Its records count once it is decided.
        long end =
                LogEnd.of(consumers.getConfigurationProperties(), List.of(from)).getOrDefault(from, 0L);
        try (var consumer = consumers.createConsumer("dateline-revise-load", "")) {
            PartitionReplay.read(consumer, from, end, reader);
        }
    }

    private RawArticle read(ConsumerRecord<String, byte[]> row) {
        try {
            RawArticle article = json.read(row.value(), RawArticle.class);
            // What lacks a part that every article has is no use either.
            Fingerprint.of(article.article());
            Objects.requireNonNull(article.article().origin().seenAt(), "origin.seenAt");
            Objects.requireNonNull(article.firstSeen(), "firstSeen");
            return article;
        } catch (UnreadableRecord | NullPointerException e) {
            throw new UnreadableRevision(row, e);
        }
    }

    private static Properties oneRecord() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        return settings;
    }

    private static boolean isArticle(ConsumerRecord<String, byte[]> row) {
        return row.key() != null && ArticleId.isValid(row.key());
    }

    /** One that no article has if the header is missing or broken: the next sighting then looks into the article. */
    private static Fingerprint fingerprint(ConsumerRecord<String, byte[]> row) {
        try {
            return Fingerprint.parse(text(row, Headers.FINGERPRINT));
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static int revision(ConsumerRecord<String, byte[]> row) {
        try {
            return Math.max(0, Integer.parseInt(text(row, Headers.REVISION)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String text(ConsumerRecord<String, byte[]> row, String name) {
        Header header = row.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
