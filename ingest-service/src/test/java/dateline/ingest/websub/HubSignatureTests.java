package dateline.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSignatureTests {
    private static final byte[] BODY = "<rss/>".getBytes(UTF_8);

    private static String hmac(String algorithm, String secret) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(BODY));
    }

    @ParameterizedTest
    @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "sha384, HmacSHA384", "sha512, HmacSHA512"})
    void eachMethodOfTheRecommendationIsUnderstood(String method, String algorithm) throws Exception {
        String hex = hmac(algorithm, "secret");
        assertThat(HubSignature.holds(method + "=" + hex, BODY, "secret")).isTrue();
        assertThat(HubSignature.holds(method + "=" + hex.toUpperCase(Locale.ROOT), BODY, "secret"))
                .isTrue();
        assertThat(HubSignature.holds(method + "=" + hex, BODY, "another")).isFalse();
        assertThat(HubSignature.holds(method + "=" + hex, "<rss />".getBytes(UTF_8), "secret"))
                .isFalse();
        assertThat(HubSignature.holds(method + "=" + hex.substring(2), BODY, "secret"))
                .isFalse();
    }

    @Test
    void theExampleOfRfc2202Holds() {
        assertThat(HubSignature.holds(
                        "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                        "what do ya want for nothing?".getBytes(UTF_8),
                        "Jefe"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "''", "sha256", "sha256=", "sha256=zz", "md5=00", "=", "none="},
            nullValues = "null")
    void whatIsNoSignatureProvesNothing(String header) {
        assertThat(HubSignature.holds(header, BODY, "secret")).isFalse();
    }
}
