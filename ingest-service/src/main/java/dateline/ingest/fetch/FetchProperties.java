package dateline.ingest.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How Dateline behaves towards other people's servers.
 *
 * @param userAgent what it calls itself; put a way to reach you into it. The word before the first slash is also the
 *     name that robots.txt is read for
 * @param pause rest between two requests to one site (registrable domain)
 * @param pauses the same for single sites, by registrable domain or host
 * @param concurrency how many requests may be under way at once, to all sites together
 * @param feedDeadline longest time one feed may take, from the first look-up to the last byte, redirects included
 * @param pageDeadline the same for an article's page
 * @param connectTimeout longest time to connect, and again to agree on TLS
 * @param maxBody most bytes of a body, counted after decompression
 * @param maxRedirects most redirects that are followed
 * @param allowedHosts hosts that may be fetched though their address is not public, as {@code host} or
 *     {@code host:port}; for test servers and a company's own feeds
 */
@ConfigurationProperties("dateline.fetch")
public record FetchProperties(
        @DefaultValue("Dateline/0.1 (news feed reader)") String userAgent,
        @DefaultValue("5s") Duration pause,
        @DefaultValue Map<String, Duration> pauses,
        @DefaultValue("64") int concurrency,
        @DefaultValue("20s") Duration feedDeadline,
        @DefaultValue("30s") Duration pageDeadline,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue("5") int maxRedirects,
        @DefaultValue List<String> allowedHosts) {
    public FetchProperties {
        require(
                !userAgent.isBlank() && userAgent.chars().allMatch(c -> c >= 32 && c < 127),
                "user-agent",
                "plain text");
        require(!pause.isNegative(), "pause", "zero or more");
        require(pauses.values().stream().noneMatch(Duration::isNegative), "pauses", "zero or more");
        require(concurrency >= 1, "concurrency", "at least 1");
        require(feedDeadline.isPositive(), "feed-deadline", "more than zero");
        require(pageDeadline.isPositive(), "page-deadline", "more than zero");
        require(connectTimeout.isPositive(), "connect-timeout", "more than zero");
        require(maxBody.toBytes() >= 1024 && maxBody.toMegabytes() <= 100, "max-body", "from 1 KB to 100 MB");
        require(maxRedirects >= 0 && maxRedirects <= 20, "max-redirects", "from 0 to 20");
        pauses = Map.copyOf(pauses);
        allowedHosts = List.copyOf(allowedHosts);
    }

    private static void require(boolean holds, String property, String range) {
        if (!holds) {
            throw new IllegalArgumentException("dateline.fetch." + property + " must be " + range);
        }
    }
}
