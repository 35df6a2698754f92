package dateline.ingest.subscribe;

import dateline.contract.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes feed ids: the first 64 bits of the SHA-256 of the feed's canonical URL, as 16 lower-case hex digits. */
public final class FeedId {
    private FeedId() {}

    /**
     * The id of the feed at this address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL
     */
    public static String of(String url) {
        byte[] canonical = CanonicalUrl.of(url).value().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
