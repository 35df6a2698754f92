package dateline.query.trace;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an article is traced.
 *
 * @param patience longest time to look through the log; what was not looked at by then is said
 */
@ConfigurationProperties("dateline.trace")
@Validated
record TraceSettings(
        @DefaultValue("8s") @DurationMin(millis = 1) Duration patience) {}
