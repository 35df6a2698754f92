package dateline.query.deadletter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.contract.ArticleId;
import dateline.contract.Headers;
import dateline.contract.RecordPlace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A letter that nobody has dealt with yet, without the record's bytes.
 *
 * @param origin where the record lay that was given up, which names the letter
 * @param place where the letter lies
 * @param letterKey the letter's key, under which a tombstone resolves it
 * @param key the record's own key, if it had one
 * @param articles ids of articles that it is about, by key or by what its bytes say
 * @param cause what went wrong, to group by
 * @param message what went wrong, in words
 * @param attempt how often it has failed, from 1
 * @param at when it was given up
 * @param size the record's bytes
 */
public record OpenLetter(
        RecordPlace origin,
        RecordPlace place,
        String letterKey,
        @Nullable String key,
        List<String> articles,
        Cause cause,
        String message,
        int attempt,
        Instant at,
        int size) {
    private static final int MOST_ARTICLES = 4;
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern ID = Pattern.compile("\"id\"\\s{0,8}:\\s{0,8}\"([0-9a-f]{32})\"");

    /** Reads a record of a dead-letter topic, which must not be a tombstone. */
    static OpenLetter of(ConsumerRecord<byte[], byte[]> row) {
        RecordPlace place = new RecordPlace(row.topic(), row.partition(), row.offset());
        String letterKey = row.key() == null ? place.toString() : new String(row.key(), UTF_8);
        RecordPlace origin = place(letterKey, place);
        String message = header(row, Headers.DEAD_MESSAGE, "");
        String key = header(row, Headers.DEAD_KEY);
        return new OpenLetter(
                origin,
                place,
                letterKey,
                key,
                articles(key == null ? "" : key, row.value()),
                Cause.of(
                        header(row, Headers.DEAD_SERVICE, "unknown"),
                        origin.topic(),
                        header(row, Headers.DEAD_REASON, "unknown"),
                        message),
                message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…",
                number(header(row, Headers.DEAD_ATTEMPT, "1")),
                instant(header(row, Headers.DEAD_AT, ""), row.timestamp()),
                row.value().length);
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> row, String name) {
        Header header = row.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> row, String name, String otherwise) {
        String value = header(row, name);
        return value == null ? otherwise : value;
    }

    private static RecordPlace place(String text, RecordPlace otherwise) {
        try {
            return RecordPlace.parse(text);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Also of bytes that are no JSON: a takedown must reach them, and whoever looks for the article should find them. */
    private static List<String> articles(String key, byte[] value) {
        Set<String> ids = new LinkedHashSet<>();
        if (ArticleId.isValid(key)) {
            ids.add(key);
        }
        Matcher found = ID.matcher(new String(value, ISO_8859_1));
        while (ids.size() < MOST_ARTICLES && found.find()) {
            ids.add(found.group(1));
        }
        return List.copyOf(ids);
    }

    private static int number(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Instant instant(String text, long otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(Math.max(0, otherwise));
        }
    }
}
