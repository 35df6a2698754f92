package dateline.query.search;

import dateline.contract.ArticleId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place after an article in a sorted answer. Opaque to callers.
 *
 * @param sort the order it is a place in
 * @param score the article's score, if sorted by relevance, else 0
 * @param time when it was published, or first seen if sorted by that, in milliseconds since 1970
 * @param id the article
 * @param question which query it is an answer to, see {@link #question}
 * @param view the index as it was when paging began, as Elasticsearch names it; none before the second page
 */
public record Cursor(
        Sort sort,
        float score,
        long time,
        String id,
        int question,
        @Nullable String view) {
    /** Longest encoded form. A point in time over some dozens of shards is this long; a request line takes 8 KB. */
    static final int MAX_LENGTH = 6_000;

    private static final String VERSION = "2";
    private static final String NO_VIEW = "-";

    /** What tells queries apart of which one's cursor would be another's nonsense; the same in every JVM. */
    static int question(@Nullable TextQuery text, Filters filters, Sort sort) {
        return (text + "\n" + filters + "\n" + sort).hashCode();
    }

    String encode() {
        String plain = String.join(
                " ",
                VERSION,
                sort.name(),
                Integer.toHexString(Float.floatToIntBits(score)),
                Long.toString(time),
                id,
                Integer.toHexString(question),
                view == null ? NO_VIEW : view);
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
            if (parts.length != 7 || !parts[0].equals(VERSION) || !ArticleId.isValid(parts[4])) {
                return Optional.empty();
            }
            float score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts[2], 16));
            if (!Float.isFinite(score) || !parts[6].matches("[A-Za-z0-9+/=_-]+")) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    Sort.valueOf(parts[1]),
                    score,
                    Long.parseLong(parts[3]),
                    parts[4],
                    Integer.parseUnsignedInt(parts[5], 16),
                    parts[6].equals(NO_VIEW) ? null : parts[6]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
