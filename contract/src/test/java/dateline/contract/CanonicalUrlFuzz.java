package dateline.contract;

import java.nio.charset.StandardCharsets;

/** What a fuzzer calls, see docs/benchmarks/feeds.md: a URL is refused in words or canonical for good. */
public final class CanonicalUrlFuzz {
    private CanonicalUrlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        CanonicalUrl url;
        try {
            url = CanonicalUrl.of(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return;
        }
        if (!CanonicalUrl.of(url.value()).equals(url)) {
            throw new IllegalStateException("not stable: " + url.value());
        }
        url.host();
    }
}
