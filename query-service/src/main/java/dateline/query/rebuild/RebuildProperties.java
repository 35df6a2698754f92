package dateline.query.rebuild;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How indexes are built anew.
 *
 * @param look how often an instance looks which indexes there are
 * @param consumers how many readers of the log an instance gives each index that is not behind the alias
 * @param lag how many records of the log an index may be behind when it counts as caught up
 * @param retry pause before records are tried again when Elasticsearch can not take them
 */
@ConfigurationProperties("dateline.rebuild")
@Validated
record RebuildProperties(
        @DefaultValue("1s") @DurationMin(millis = 10) Duration look,
        @DefaultValue("2") @Min(1) @Max(100) int consumers,
        @DefaultValue("500") @Min(0) long lag,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration retry) {}
