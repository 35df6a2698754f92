package dateline.query.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How articles are searched.
 *
 * @param timeout longest time Elasticsearch may spend on one request before it gives up
 * @param facetSize how many values of each facet are answered
 * @param facetSample how many articles are counted for facets where more than twice as many are found; the counts stand
 *     for all of them
 * @param viewKept how long the index as it was is kept for whoever reads page after page, after each page
 * @param mostViews how many callers may begin to do so within that time, at each instance
 * @param mostCost dearest query that is answered, see {@link QueryCost}
 */
@ConfigurationProperties("dateline.search")
@Validated
public record SearchSettings(
        @DefaultValue("10s") @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("12") @Min(1) @Max(1000) int facetSize,
        @DefaultValue("100000") @Min(100) int facetSample,
        @DefaultValue("2m") @DurationMin(seconds = 1) Duration viewKept,
        @DefaultValue("200") @Min(1) int mostViews,
        @DefaultValue("120") @Min(1) int mostCost) {}
