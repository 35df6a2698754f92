package dateline.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognizes challenges that keep programs out, in order to name them. Dateline never tries to get past one. */
public final class BotWall {
    private static final int LOOK_AT = 16 * 1024;

    private BotWall() {}

    /** Who guards the door, if the answer is a challenge; null if it is none. */
    public static @Nullable String of(Fetched.Answer answer) {
        ResponseHeaders headers = answer.headers();
        if ("challenge".equalsIgnoreCase(headers.first("cf-mitigated"))) {
            return "Cloudflare";
        }
        if (answer.status() / 100 == 2 || answer.status() == 404) {
            return null;
        }
        if (headers.first("x-datadome") != null) {
            return "DataDome";
        }
        if (headers.first("x-amzn-waf-action") != null) {
            return "AWS WAF";
        }
        int length = Math.min(LOOK_AT, answer.body().length);
        String text = new String(answer.body(), 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.contains("cf-challenge") || text.contains("/cdn-cgi/challenge-platform/")) {
            return "Cloudflare";
        }
        if (text.contains("_incapsula_resource")) {
            return "Imperva";
        }
        return text.contains("px-captcha") ? "HUMAN" : null;
    }
}
