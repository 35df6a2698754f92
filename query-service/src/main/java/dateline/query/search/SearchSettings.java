package dateline.query.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How articles are searched.
 *
 * @param timeout longest time Elasticsearch may spend on one request before it gives up
 * @param facetSize how many values of each facet are answered
 */
@ConfigurationProperties("dateline.search")
public record SearchSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("12") int facetSize) {}
