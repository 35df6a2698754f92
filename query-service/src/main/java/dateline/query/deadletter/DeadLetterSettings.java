package dateline.query.deadletter;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The dead-letter workbench.
 *
 * @param maxLetters most open letters this instance keeps in view, about half a kilobyte each; of more, the first to
 *     come are left out until it starts again with fewer
 * @param maxAudit most entries of the audit trail kept in view, the newest; the topic keeps all
 * @param rate letters a second that a group is retried with, unless the request says otherwise
 * @param patience longest wait for Kafka while a request is answered
 * @param replicas replicas of the audit topic, if it is not there yet; 3 in production
 */
@ConfigurationProperties("dateline.dead-letters")
@Validated
public record DeadLetterSettings(
        @DefaultValue("100000") @Min(1) int maxLetters,
        @DefaultValue("20000") @Min(1) int maxAudit,
        @DefaultValue("20") @Min(1) @Max(1000) int rate,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration patience,
        @DefaultValue("1") @Min(1) short replicas) {}
