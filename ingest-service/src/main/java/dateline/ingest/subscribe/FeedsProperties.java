package dateline.ingest.subscribe;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which feeds are polled, and how often.
 *
 * @param enabled whether this instance polls; one that does not still answers the API
 * @param file feeds to have from the start, YAML or OPML; see {@link FeedFile}
 * @param group name under which instances share the work; also the beginning of their transactional ids
 * @param minInterval shortest time between two polls of a feed, unless the feed has its own
 * @param interval time between two polls of a feed whose rhythm is not known yet
 * @param maxInterval longest time between two polls, also after errors, unless the feed has its own
 * @param unconditionalShare share of polls, from 0 to 1, that ask for the whole document although the server gave a
 *     validator, because some servers answer "not modified" for ever
 * @param maxAge entries of sitemaps, and whole sitemaps of an index, that are older are not news
 * @param fullTextFrom an entry whose own text has so many characters needs no page
 * @param pageAttempts how often a page that fails is tried before the article is made of the feed's own text
 * @param pageRetry pause before a page is tried again; grows with every try
 * @param sessionTimeout how long an instance may not be heard of before the others take over its feeds; the broker allows
 *     from 6 s to 30 min unless told otherwise
 */
@ConfigurationProperties("dateline.feeds")
public record FeedsProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Path file,
        @DefaultValue("dateline-feeds") String group,
        @DefaultValue("5m") Duration minInterval,
        @DefaultValue("60m") Duration interval,
        @DefaultValue("24h") Duration maxInterval,
        @DefaultValue("0.01") double unconditionalShare,
        @DefaultValue("30d") Duration maxAge,
        @DefaultValue("2000") int fullTextFrom,
        @DefaultValue("5") int pageAttempts,
        @DefaultValue("2m") Duration pageRetry,
        @DefaultValue("15s") Duration sessionTimeout) {
    public FeedsProperties {
        require(!group.isBlank(), "group", "a name");
        require(minInterval.isPositive(), "min-interval", "more than zero");
        require(interval.compareTo(minInterval) >= 0, "interval", "at least min-interval");
        require(maxInterval.compareTo(interval) >= 0, "max-interval", "at least interval");
        require(unconditionalShare >= 0 && unconditionalShare <= 1, "unconditional-share", "from 0 to 1");
        require(maxAge.isPositive(), "max-age", "more than zero");
        require(fullTextFrom > 0, "full-text-from", "more than zero");
        require(pageAttempts >= 1 && pageAttempts <= 20, "page-attempts", "from 1 to 20");
        require(pageRetry.isPositive(), "page-retry", "more than zero");
        require(sessionTimeout.toSeconds() >= 1, "session-timeout", "at least a second");
    }

    private static void require(boolean holds, String property, String range) {
        if (!holds) {
            throw new IllegalArgumentException("dateline.feeds." + property + " must be " + range);
        }
    }
}
