package dateline.query.index;

import dateline.contract.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Takes batches of {@code news.enriched} and has them written, a bulk request at a time. When it returns, the batch's
 * offsets are committed; when it throws, those of the records before the failed one are, and the rest comes again.
 */
@Component
class EnrichedListener {
    /** The listener's name in Spring Kafka's registry. */
    static final String ID = "index";

    private final RecordReader reader = new RecordReader();
    private final BulkWriter writer;
    private final IndexingState state;
    private final DataSize maxBulk;

    EnrichedListener(BulkWriter writer, IndexingState state, IndexSettings settings) {
        this.writer = writer;
        this.state = state;
        this.maxBulk = settings.maxBulk();
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            topics = "news.enriched",
            groupId = "${dateline.index.group:query-service}",
            concurrency = "${dateline.index.concurrency:1}",
            batch = "true")
    void onBatch(List<ConsumerRecord<byte[], byte[]>> records) {
        int done = 0;
        try {
            while (done < records.size()) {
                List<Write> chunk = nextChunk(records, done);
                writer.write(chunk);
                done += chunk.size();
            }
            state.flowing();
        } catch (RuntimeException e) {
            state.waiting(String.valueOf(e.getMessage()));
            throw new BatchListenerFailedException(
                    "can not index " + Topic.ENRICHED + " for now: " + e.getMessage(), e, done);
        }
    }

    private List<Write> nextChunk(List<ConsumerRecord<byte[], byte[]>> records, int from) {
        List<Write> chunk = new ArrayList<>();
        long bytes = 0;
        for (int i = from; i < records.size() && bytes < maxBulk.toBytes(); i++) {
            Write write = reader.read(records.get(i));
            bytes += write instanceof Write.Put put ? put.document().length : 0;
            chunk.add(write);
        }
        return chunk;
    }
}
