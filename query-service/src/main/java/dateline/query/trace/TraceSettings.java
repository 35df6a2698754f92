package dateline.query.trace;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an article is traced.
 *
 * @param ingestUrl where ingest-service answers, which knows the feeds; any instance
 * @param ingestPatience longest wait for its answer
 * @param patience longest time to look through the log; what was not looked at by then is said
 */
@ConfigurationProperties("dateline.trace")
@Validated
record TraceSettings(
        @DefaultValue("http://localhost:8081") @Pattern(regexp = "https?://.+", message = "must be a web address")
        String ingestUrl,

        @DefaultValue("3s") @DurationMin(millis = 1) Duration ingestPatience,
        @DefaultValue("8s") @DurationMin(millis = 1) Duration patience) {}
