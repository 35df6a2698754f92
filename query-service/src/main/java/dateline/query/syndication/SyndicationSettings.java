package dateline.query.syndication;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How feeds are offered.
 *
 * @param address the address under which readers reach this service, such as {@code https://news.example.org}, for the
 *     links in feeds; without it the address that each request came to
 */
@ConfigurationProperties("dateline.syndication")
public record SyndicationSettings(@Nullable String address) {}
