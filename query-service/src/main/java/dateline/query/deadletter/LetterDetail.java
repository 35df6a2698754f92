package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.Headers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a letter.
 *
 * @param letter as in the list
 * @param message what went wrong, whole
 * @param stack where in the program, cut to a few thousand characters
 * @param headers the record's own and the letter's, but for message and stack
 * @param payload the record
 * @param history what was done to letters of the same articles before, the newest first
 */
record LetterDetail(
        LetterItem letter,
        @Nullable String message,
        @Nullable String stack,
        Map<String, String> headers,
        LetterPayload payload,
        List<AuditEntry> history) {
    LetterDetail(
            OpenLetter letter,
            @Nullable String message,
            @Nullable String stack,
            Map<String, String> headers,
            LetterPayload payload,
            List<AuditEntry> history) {
        this(LetterItem.of(letter), message, stack, headers, payload, history);
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> row) {
        Map<String, String> headers = new TreeMap<>();
        row.headers().forEach(header -> {
            boolean shownElsewhere =
                    header.key().equals(Headers.DEAD_STACK) || header.key().equals(Headers.DEAD_MESSAGE);
            if (!shownElsewhere && header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        });
        return headers;
    }
}
