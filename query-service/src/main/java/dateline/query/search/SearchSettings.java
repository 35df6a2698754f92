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
 */
@ConfigurationProperties("dateline.search")
@Validated
public record SearchSettings(
        @DefaultValue("10s") @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("12") @Min(1) @Max(1000) int facetSize) {}
