package dateline.query.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How articles are searched.
 *
 * @param timeout longest time Elasticsearch may spend on one request before it gives up
 * @param facetSize how many values of each facet are answered
 * @param viewKept how long the index as it was is kept for whoever reads page after page, after each page
 * @param mostViews how many callers may begin to do so within that time, at each instance
 * @param mostCost dearest query that is answered, see {@link QueryCost}
 */
@ConfigurationProperties("dateline.search")
public record SearchSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("12") int facetSize,
        @DefaultValue("2m") Duration viewKept,
        @DefaultValue("200") int mostViews,
        @DefaultValue("120") int mostCost) {}
