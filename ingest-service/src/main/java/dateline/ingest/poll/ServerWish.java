package dateline.ingest.poll;

import dateline.ingest.fetch.ResponseHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server asks to be left alone, by its response's headers (RFC 9110, RFC 9111). */
final class ServerWish {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private ServerWish() {}

    /** How long its answer is fresh: max-age, or else Expires; zero if it does not say or says "not at all". */
    static Duration freshness(ResponseHeaders headers, Instant now) {
        String control = headers.first("cache-control");
        if (control != null) {
            Matcher maxAge = MAX_AGE.matcher(control);
            if (maxAge.find()) {
                long age = seconds(headers.first("age"));
                return Duration.ofSeconds(Math.max(0, Long.parseLong(maxAge.group(1)) - age));
            }
            if (control.toLowerCase(Locale.ROOT).matches(".*no-(cache|store).*")) {
                return Duration.ZERO;
            }
        }
        Instant expires = date(headers.first("expires"));
        if (expires == null) {
            return Duration.ZERO;
        }
        // Reckoned by the server's own clock, which may be wrong.
        Instant sent = date(headers.first("date"));
        Duration left = Duration.between(sent == null ? now : sent, expires);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Its Retry-After, as seconds or as a date; null if there is none that can be read. */
    static @Nullable Duration retryAfter(ResponseHeaders headers, Instant now) {
        String value = headers.first("retry-after");
        if (value == null) {
            return null;
        }
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = date(value);
        return until == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    private static long seconds(@Nullable String value) {
        return value != null && SECONDS.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private static @Nullable Instant date(@Nullable String value) {
        try {
            return value == null
                    ? null
                    : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
