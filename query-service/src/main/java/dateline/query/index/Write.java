package dateline.query.index;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a record of {@code news.enriched} asks of the index. */
sealed interface Write {
    /** The record as it came. */
    ConsumerRecord<byte[], byte[]> origin();

    /**
     * Store a revision, unless a newer one is there.
     *
     * @param document what to store
     * @param json the same as JSON
     * @param revisedAt when ingest saw the revision
     * @param enrichedAt when it was enriched
     * @param publishedAt when the article was published, if this is its first revision and the time is known to the
     *     minute
     */
    record Put(
            ConsumerRecord<byte[], byte[]> origin,
            String id,
            long version,
            ArticleDocument document,
            byte[] json,
            Instant revisedAt,
            Instant enrichedAt,
            @Nullable Instant publishedAt)
            implements Write {
        /** The same with another document for the same version. */
        Put with(ArticleDocument other, byte[] otherJson) {
            return new Put(origin, id, version, other, otherJson, revisedAt, enrichedAt, publishedAt);
        }
    }

    /**
     * Remove an article, unless a newer revision is there.
     *
     * @param version none if the record did not say which revision it removes; then whatever is there goes
     */
    record Delete(
            ConsumerRecord<byte[], byte[]> origin,
            String id,
            @Nullable Long version) implements Write {}

    /**
     * Set the record aside: it can never be stored.
     *
     * @param reason short and stable, see {@link dateline.contract.Headers#DEAD_REASON}
     */
    record SetAside(ConsumerRecord<byte[], byte[]> origin, String reason, Exception cause) implements Write {}
}
