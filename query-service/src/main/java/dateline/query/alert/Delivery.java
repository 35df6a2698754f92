package dateline.query.alert;

import dateline.query.saved.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its way to one channel: a value in {@link dateline.contract.Topic#DELIVERIES}.
 *
 * @param id of this alert to this channel; also the record's key
 * @param channel where to
 * @param alert what
 * @param attempt how often it was tried, from 0
 * @param notBefore when to try next
 * @param problem why the last attempt failed
 */
public record Delivery(
        String id,
        Channel channel,
        Alert alert,
        int attempt,
        Instant notBefore,
        @Nullable String problem) {

    /** The first one for an alert. */
    public static Delivery first(Alert alert, Channel channel, Instant notBefore) {
        CRC32 target = new CRC32();
        target.update(channel.target().getBytes(StandardCharsets.UTF_8));
        String id = alert.id() + "." + HexFormat.of().toHexDigits(target.getValue(), 8);
        return new Delivery(id, channel, alert, 0, notBefore, null);
    }

    /** The same after an attempt that failed. */
    public Delivery after(String failure, Instant next) {
        return new Delivery(id, channel, alert, attempt + 1, next, failure);
    }

    /** The same as if it had never been tried, for whoever sends a dead letter again. */
    public Delivery anew(Instant now) {
        return new Delivery(id, channel, alert, 0, now, null);
    }
}
