package dateline.query.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a webhook is sent, as Standard Webhooks has it (standardwebhooks.com, scheme v1): HMAC-SHA256 over id,
 * timestamp and body, with dots between, under the bytes that the secret has in Base64 after {@code whsec_}.
 */
final class WebhookSignature {
    private static final String SECRET_PREFIX = "whsec_";

    private WebhookSignature() {}

    /**
     * The value of {@code webhook-signature}.
     *
     * @param timestamp seconds since 1970
     */
    static String of(String secret, String id, long timestamp, byte[] body) {
        byte[] key = Base64.getDecoder()
                .decode(secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
