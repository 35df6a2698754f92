package dateline.query.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record's bytes as a person can read them.
 *
 * @param form {@code json}, {@code text}, {@code bytes} or {@code empty}
 * @param json the value, if it is JSON
 * @param text the beginning, if it is other text in UTF-8; of other bytes the beginning in hexadecimal
 * @param cut whether there is more
 */
public record LetterPayload(
        String form, @Nullable JsonNode json, @Nullable String text, boolean cut) {
    private static final int LONGEST = 20_000;

    static LetterPayload of(byte[] value) {
        if (value.length == 0) {
            return new LetterPayload("empty", null, null, false);
        }
        try {
            return new LetterPayload("json", JsonMapper.shared().readTree(value), null, false);
        } catch (JacksonException e) {
            // Shown as what else it may be.
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            boolean cut = text.length() > LONGEST;
            return new LetterPayload("text", null, cut ? text.substring(0, LONGEST) : text, cut);
        } catch (CharacterCodingException e) {
            boolean cut = value.length > LONGEST / 2;
            return new LetterPayload(
                    "bytes",
                    null,
                    java.util.HexFormat.of().formatHex(value, 0, Math.min(value.length, LONGEST / 2)),
                    cut);
        }
    }
}
