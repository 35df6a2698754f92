package dateline.enrich.pipeline;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How articles are enriched.
 *
 * @param enrichers names of the enrichers to run, in this order; later ones see what earlier ones found
 */
@ConfigurationProperties("dateline.enrich")
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
        List<String> enrichers) {}
