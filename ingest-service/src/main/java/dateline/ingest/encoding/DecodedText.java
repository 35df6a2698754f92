package dateline.ingest.encoding;

import java.util.List;

/**
 * A document's text.
 *
 * @param text without a byte order mark
 * @param encoding name of the encoding it was read with, as the Encoding Standard spells it
 * @param decidedBy what decided that
 * @param problems what was wrong, in plain words
 */
public record DecodedText(String text, String encoding, DecidedBy decidedBy, List<String> problems) {
    public DecodedText {
        problems = List.copyOf(problems);
    }

    /** What decided a document's encoding. */
    public enum DecidedBy {
        BYTE_ORDER_MARK,
        /** The bytes are valid UTF-8, whatever was declared. */
        VALID_UTF_8,
        /** The bytes have the zeros of UTF-16 or UTF-32. */
        ZERO_BYTES,
        /** The HTTP header. */
        HTTP,
        /** The XML declaration or an HTML meta element. */
        DOCUMENT,
        /** Statistics over the bytes. */
        DETECTION,
        /** Nothing else did. */
        DEFAULT
    }
}
