package dateline.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a record was given up. The record itself goes to the dead-letter topic byte for byte; this goes beside it in
 * headers, so that a letter can be grouped, understood and sent again. Its key is the origin: each letter is one record
 * of a compacted topic, and a tombstone under that key says that it is resolved.
 *
 * @param reason short, stable name of what went wrong, such as {@code unreadable}; letters group by it
 * @param message what went wrong, in words
 * @param stack where it went wrong, cut to {@value #MAX_STACK} characters
 * @param origin the record's place, as {@code topic-partition@offset}
 * @param service the service that gave it up
 * @param attempt how often the record was tried, from 1
 * @param at when it was given up
 */
public record DeadLetter(
        String reason, String message, String stack, String origin, String service, int attempt, Instant at) {
    /** Longest stack trace that is kept, in characters. */
    public static final int MAX_STACK = 4_000;

    private static final int MAX_MESSAGE = 1_000;

    public DeadLetter {
        message = cut(message, MAX_MESSAGE);
        stack = cut(stack, MAX_STACK);
    }

    /** A letter about a record that made its reader fail. */
    public static DeadLetter of(
            String reason,
            Throwable failure,
            String service,
            String topic,
            int partition,
            long offset,
            int attempt,
            Instant at) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        @Nullable String message = failure.getMessage();
        return new DeadLetter(
                reason,
                message == null ? failure.getClass().getSimpleName() : message,
                stack.toString(),
                new RecordPlace(topic, partition, offset).toString(),
                service,
                attempt,
                at);
    }

    /** The headers to send it with, by the names in {@link Headers}. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.DEAD_REASON, reason);
        headers.put(Headers.DEAD_MESSAGE, message);
        headers.put(Headers.DEAD_STACK, stack);
        headers.put(Headers.DEAD_ORIGIN, origin);
        headers.put(Headers.DEAD_SERVICE, service);
        headers.put(Headers.DEAD_ATTEMPT, Integer.toString(attempt));
        headers.put(Headers.DEAD_AT, at.toString());
        return headers;
    }

    /** The letter's bytes: the record's own; none instead of null, which would resolve the letter. */
    public static byte[] value(byte @Nullable [] record) {
        return record == null ? new byte[0] : record;
    }

    /**
     * The attempt that fails now.
     *
     * @param earlier the record's {@link Headers#DEAD_ATTEMPT}, if it was a letter before
     */
    public static int attempt(byte @Nullable [] earlier) {
        try {
            int attempts = earlier == null ? 0 : Integer.parseInt(new String(earlier, StandardCharsets.UTF_8));
            return attempts < 0 || attempts == Integer.MAX_VALUE ? 1 : attempts + 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
