package dateline.query.index;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How articles are written to Elasticsearch.
 *
 * @param alias the name that is written and searched; the index behind it can be replaced
 * @param group the consumer group; another name reads the whole log again
 * @param concurrency how many consumers this instance runs; more than the topic's partitions are idle
 * @param maxBulk size of the records above which the next bulk request is begun, whose documents are nearly twice as large; a
 *     larger single article goes alone
 * @param bulks how many bulk requests each consumer has under way at a time
 * @param refresh how often the index is refreshed, so how long after it was stored an article is found
 * @param backlogRefresh how often it is refreshed while articles are written that have lain in the log for over a minute
 * @param mostRefusals how many articles in a row may be set aside because Elasticsearch refuses them, or because they are
 *     of a newer schema, before the fault is looked for elsewhere and articles wait
 * @param retryFirst pause before the first new try when Elasticsearch can not take articles
 * @param retryMost longest pause between tries; must stay well under {@code max.poll.interval.ms}
 * @param deadPartitions partitions of the dead-letter topic, if it is not there yet
 * @param deadReplicas replicas of the dead-letter topic, if it is not there yet
 * @param deadMaxMessage largest record the dead-letter topic takes; must exceed what {@code news.enriched} takes, since a
 *     letter is the record and the reason
 */
@ConfigurationProperties("dateline.index")
@Validated
public record IndexSettings(
        @DefaultValue("articles")
        @Pattern(
                regexp = "[a-z0-9][a-z0-9._-]*",
                message = "must be a name of an index: small letters, digits, dots, dashes")
        String alias,

        @DefaultValue("query-service") @NotBlank String group,
        @DefaultValue("1") @Min(1) @Max(1000) int concurrency,
        @DefaultValue("1MB") DataSize maxBulk,
        @DefaultValue("3") @Min(1) @Max(100) int bulks,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration refresh,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration backlogRefresh,
        @DefaultValue("100") @Min(1) int mostRefusals,
        @DefaultValue("500ms") @DurationMin(millis = 1) Duration retryFirst,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration retryMost,
        @DefaultValue("6") @Min(1) @Max(1000) int deadPartitions,
        @DefaultValue("1") @Min(1) short deadReplicas,
        @DefaultValue("32MB") DataSize deadMaxMessage) {}
