package dateline.query.rebuild;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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
 * @param shareBesideLive share of the time that each of these readers works while live articles come in; it rests for the
 *     others' sake in between
 * @param atOnceBesideLive how many records it writes then before it rests
 * @param retry pause before records are tried again when Elasticsearch can not take them
 */
@ConfigurationProperties("dateline.rebuild")
@Validated
record RebuildProperties(
        @DefaultValue("1s") @DurationMin(millis = 10) Duration look,
        @DefaultValue("2") @Min(1) @Max(100) int consumers,
        @DefaultValue("500") @Min(0) long lag,

        @DefaultValue("0.2") @DecimalMin("0.01") @DecimalMax("1")
        double shareBesideLive,

        @DefaultValue("25") @Min(1) int atOnceBesideLive,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration retry) {}
