package dateline.enrich.pipeline;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How articles are enriched.
 *
 * @param enrichers names of the enrichers to run, in this order; later ones see what earlier ones found
 * @param threads how many articles an instance enriches at once, live ones before replayed ones; 0 is as many as it has
 *     cores
 */
@ConfigurationProperties("dateline.enrich")
@Validated
public record EnrichProperties(
        @DefaultValue({
            "language",
            "entity",
            "topic",
            "own-topic",
            "quote",
            "geography",
            "time",
            "figure",
            "signature",
            "reading"
        })
        @NotEmpty
        List<String> enrichers,

        @DefaultValue("0") @Min(0) int threads) {}
