package dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.fetch.ResponseHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerWishTests {
    private static final Instant NOW = Instant.parse("2026-04-21T12:00:00Z");

    private static ResponseHeaders headers(String... pairs) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], List.of(pairs[i + 1]));
        }
        return new ResponseHeaders(values);
    }

    private static Duration freshness(String... pairs) {
        return ServerWish.freshness(headers(pairs), NOW);
    }

    @Test
    void maxAgeCountsFromWhenTheAnswerWasMade() {
        assertThat(freshness("Cache-Control", "public, max-age=600")).isEqualTo(Duration.ofMinutes(10));
        assertThat(freshness("Cache-Control", "max-age=600", "Age", "500")).isEqualTo(Duration.ofSeconds(100));
        assertThat(freshness("Cache-Control", "s-maxage=600")).isZero();
        assertThat(freshness("Cache-Control", "max-age=banana")).isZero();
    }

    @Test
    void expiresIsReckonedByTheServersOwnClock() {
        assertThat(freshness("Expires", "Tue, 21 Apr 2026 13:00:00 GMT")).isEqualTo(Duration.ofHours(1));
        assertThat(freshness(
                        "Expires", "Wed, 01 Jan 2020 01:00:00 GMT",
                        "Date", "Wed, 01 Jan 2020 00:00:00 GMT"))
                .isEqualTo(Duration.ofHours(1));
        assertThat(freshness("Expires", "0")).isZero();
        assertThat(freshness("Expires", "Tue, 21 Apr 2026 13:00:00 GMT", "Cache-Control", "no-cache"))
                .isZero();
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(ServerWish.retryAfter(headers("Retry-After", "120"), NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(ServerWish.retryAfter(headers("Retry-After", "Tue, 21 Apr 2026 12:30:00 GMT"), NOW))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(ServerWish.retryAfter(headers("Retry-After", "soon"), NOW)).isNull();
        assertThat(ServerWish.retryAfter(headers("Retry-After", "Tue, 21 Apr 2020 12:30:00 GMT"), NOW))
                .isNull();
        assertThat(ServerWish.retryAfter(headers(), NOW)).isNull();
    }
}
