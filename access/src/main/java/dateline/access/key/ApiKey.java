package dateline.access.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key as it is kept: without itself, only with its SHA-256.
 *
 * <p>A slow hash with a salt, as passwords need it, would add nothing: it makes guessing dear, and 256 random bits can not
 * be guessed at any price. It would make every request dear, though, and wrong keys a way to keep the service busy.
 *
 * @param name who has it; appears in the audit log. Several keys may share a name while one replaces another
 * @param hash of the key, 64 hexadecimal digits
 */
public record ApiKey(String name, Role role, String hash) {
    private static final int RANDOM_BYTES = 32;
    private static final String PREFIX = "dateline_";

    /** A name of letters, digits, dot, dash and underscore. */
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** A line, as {@code <name> <role> <hash>}. */
    public String line() {
        return name + " " + role.text() + " " + hash;
    }

    /** A new key: 256 random bits, with a beginning by which scanners for leaked secrets can know it. */
    public static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a key. */
    public static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the hash is this key's; takes as long whatever the answer. */
    boolean has(String otherHash) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), otherHash.getBytes(StandardCharsets.US_ASCII));
    }
}
