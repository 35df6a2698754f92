package dateline.enrich.replay;

import dateline.contract.EnrichedArticle;
import dateline.contract.UnreadableRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What came of reading an article anew. */
sealed interface Outcome {
    /** The record of {@code news.raw}. */
    ConsumerRecord<String, byte[]> row();

    /** To be written. */
    record Enriched(ConsumerRecord<String, byte[]> row, byte[] value) implements Outcome {}

    /**
     * To be reported only.
     *
     * @param before what {@code news.enriched} holds of this revision; null if nothing
     */
    record Compared(
            ConsumerRecord<String, byte[]> row, @Nullable EnrichedArticle before, EnrichedArticle after)
            implements Outcome {}

    /** The order does not mean it. */
    record Unselected(ConsumerRecord<String, byte[]> row) implements Outcome {}

    /** A dead letter. */
    record Unreadable(ConsumerRecord<String, byte[]> row, UnreadableRecord failure) implements Outcome {}
}
