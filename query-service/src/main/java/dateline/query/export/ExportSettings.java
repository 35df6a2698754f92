package dateline.query.export;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How articles are exported.
 *
 * @param concurrent how many exports may run at once in this instance; the next one is refused and told to come again
 * @param page how much is read from Elasticsearch at once, about; an export holds up to three such pieces in memory
 * @param patience how long a reader may pause before the state of the index that it is shown is given up and the export
 *     breaks off
 */
@Validated
@ConfigurationProperties("dateline.export")
public record ExportSettings(
        @DefaultValue("2") @Min(1) @Max(1000) int concurrent,
        @DefaultValue("2MB") DataSize page,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration patience) {}
