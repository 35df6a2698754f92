package dateline.query.search;

import dateline.contract.ArticleId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The place after an article in a sorted answer. Opaque to callers.
 *
 * @param sort the order it is a place in
 * @param score the article's score, if sorted by relevance, else 0
 * @param time when it was published, or first seen if sorted by that, in milliseconds since 1970
 * @param id the article
 */
public record Cursor(Sort sort, float score, long time, String id) {
    private static final String VERSION = "1";
    static final int MAX_LENGTH = 200;

    String encode() {
        String plain = String.join(
                " ", VERSION, sort.name(), Integer.toHexString(Float.floatToIntBits(score)), Long.toString(time), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads what {@link #encode} wrote; empty for anything else. */
    static Optional<Cursor> decode(String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
            String[] parts = plain.split(" ", -1);
            if (parts.length != 5 || !parts[0].equals(VERSION) || !ArticleId.isValid(parts[4])) {
                return Optional.empty();
            }
            float score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts[2], 16));
            return Float.isFinite(score)
                    ? Optional.of(new Cursor(Sort.valueOf(parts[1]), score, Long.parseLong(parts[3]), parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
