package dateline.ingest.revise;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest revision of an article lies in {@code news.raw} and cannot be read. */
final class UnreadableRevision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConsumerRecord<String, byte[]> row;

    UnreadableRevision(ConsumerRecord<String, byte[]> row, RuntimeException cause) {
        super(
                row.topic() + "-" + row.partition() + "@" + row.offset() + " cannot be read: " + cause.getMessage(),
                cause);
        this.row = row;
    }

    /** The record as it lies there. */
    ConsumerRecord<String, byte[]> row() {
        return row;
    }
}
