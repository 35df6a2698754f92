package dateline.query.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What letters have in common that one repair may mend.
 *
 * @param id short and stable
 * @param service who gave the records up
 * @param topic where they lay
 * @param reason its short name
 * @param message what went wrong, without what differs from record to record
 */
public record Cause(String id, String service, String topic, String reason, String message) {
    private static final int LONGEST = 200;
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern QUOTED = Pattern.compile("'[^']{0,200}'|\"[^\"]{0,200}\"|\\[[^\\]]{0,200}\\]");
    private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{8,}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** The cause of a letter. */
    static Cause of(String service, String topic, String reason, String message) {
        String form = normalized(message);
        return new Cause(hash(String.join("\n", service, topic, reason, form)), service, topic, reason, form);
    }

    /** The message with a sign for each thing that may differ: addresses, quotations, ids and numbers. */
    static String normalized(String message) {
        String text = URL.matcher(message).replaceAll("<url>");
        text = QUOTED.matcher(text).replaceAll("…");
        text = HEX.matcher(text).replaceAll("<id>");
        text = NUMBER.matcher(text).replaceAll("#").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 5));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
