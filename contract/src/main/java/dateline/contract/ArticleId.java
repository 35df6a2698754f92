package dateline.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes article ids: the first 128 bits of the SHA-256 of the canonical URL, as 32 lower-case hex digits. */
public final class ArticleId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private ArticleId() {}

    /** The id of the article at this URL, which is made canonical first. */
    public static String of(CanonicalUrl url) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(url.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the text has the form of an article id. */
    public static boolean isValid(String id) {
        return FORM.matcher(id).matches();
    }
}
