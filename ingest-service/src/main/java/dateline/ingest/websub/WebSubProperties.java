package dateline.ingest.websub;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how hubs may push.
 *
 * @param callback public address under which {@code /websub} of any instance can be reached, such as
 *     {@code https://news.example.org/websub}; without one no hub is asked for anything
 * @param lease how long a subscription is asked for; the hub decides
 * @param pause shortest time from a poll to one that a push calls for
 */
@ConfigurationProperties("dateline.websub")
public record WebSubProperties(
        @Nullable URI callback,
        @DefaultValue("10d") Duration lease,
        @DefaultValue("30s") Duration pause) {
    public WebSubProperties {
        boolean web = callback == null
                || callback.getHost() != null
                        && ("https".equals(callback.getScheme()) || "http".equals(callback.getScheme()))
                        && callback.getRawQuery() == null
                        && callback.getRawFragment() == null;
        require(web, "callback", "an http or https address without a query");
        require(lease.compareTo(Duration.ofMinutes(5)) >= 0, "lease", "at least 5 minutes");
        require(!pause.isNegative(), "pause", "zero or more");
    }

    /** Whether hubs are asked at all. */
    public boolean enabled() {
        return callback != null;
    }

    /** Where the hub of a feed can say something to us. */
    public String address(String feedId, String token) {
        if (callback == null) {
            throw new IllegalStateException("no callback is configured");
        }
        String base = callback.toString();
        return (base.endsWith("/") ? base : base + "/") + feedId + "/" + token;
    }

    private static void require(boolean holds, String property, String range) {
        if (!holds) {
            throw new IllegalArgumentException("dateline.websub." + property + " must be " + range);
        }
    }
}
