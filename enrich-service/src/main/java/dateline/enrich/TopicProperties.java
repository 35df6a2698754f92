package dateline.enrich;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics that enrich-service creates if they are missing; existing ones keep what they have.
 *
 * @param partitions of each topic, but for those that have one by nature
 * @param replicas of each partition; 3 in production
 */
@ConfigurationProperties("dateline.topics")
@Validated
public record TopicProperties(
        @DefaultValue("6") @Min(1) @Max(1000) int partitions,
        @DefaultValue("1") @Min(1) short replicas) {}
