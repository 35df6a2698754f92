package dateline.enrich.edit;

import dateline.contract.ContractJson;
import dateline.contract.Headers;
import dateline.enrich.edit.AuditedEdit.Status;
import dateline.enrich.knowledge.Edit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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

/**
 * Writes edits to {@code news.entities}. What this instance knows to be impossible is not written; what another's edit
 * makes impossible in between is, and stays there as refused.
 */
@Component
class EditWriter implements AutoCloseable {
    /** The edit could not be written, or is not in effect yet. */
    static final class NotWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWritten(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The edit contradicts what is known. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient AuditedEdit edit;
        private final boolean written;

        Refused(AuditedEdit edit, boolean written) {
            super(edit.refusal());
            this.edit = edit;
            this.written = written;
        }

        AuditedEdit edit() {
            return edit;
        }

        /** Whether it stands in the log as refused. */
        boolean isWritten() {
            return written;
        }
    }

    private static final Header SCHEMA = new RecordHeader(
            Headers.SCHEMA, Integer.toString(ContractJson.SCHEMA_VERSION).getBytes(StandardCharsets.UTF_8));

    private final EntityTopic topic;
    private final EditFollower follower;
    private final InstantSource clock;
    private final ContractJson json = new ContractJson();
    private @Nullable Producer<String, byte[]> producer;

    EditWriter(EntityTopic topic, EditFollower follower, InstantSource clock) {
        this.topic = topic;
        this.follower = follower;
        this.clock = clock;
    }

    /** Changes something; returns once that is in effect at this instance. */
    AuditedEdit change(Edit change, String by, String why) {
        return write(new EditRecord(UUID.randomUUID().toString(), change, null, by, why, clock.instant()));
    }

    /** Undoes an edit; returns once that is in effect at this instance. */
    AuditedEdit undo(int number, String by, String why) {
        return write(new EditRecord(UUID.randomUUID().toString(), null, number, by, why, clock.instant()));
    }

    private AuditedEdit write(EditRecord record) {
        try {
            if (!follower.awaitComplete(EntityTopic.PATIENCE)) {
                throw new NotWritten("earlier edits are not read yet: is the broker there?", null);
            }
            AuditedEdit rehearsed = follower.rehearse(record);
            if (rehearsed.status() == Status.REFUSED) {
                throw new Refused(rehearsed, false);
            }
            long offset = producer()
                    .send(new ProducerRecord<>(
                            EntityTopic.PARTITION.topic(),
                            EntityTopic.PARTITION.partition(),
                            record.id(),
                            json.write(record),
                            List.of(SCHEMA)))
                    .get(EntityTopic.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .offset();
            AuditedEdit edit = follower.await(offset, EntityTopic.PATIENCE)
                    .orElseThrow(() -> new NotWritten("the edit is written, but not in effect here yet", null));
            if (edit.status() == Status.REFUSED) {
                throw new Refused(edit, true);
            }
            return edit;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotWritten("the edit could not be written to Kafka", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWritten("interrupted", e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = topic.writer();
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
