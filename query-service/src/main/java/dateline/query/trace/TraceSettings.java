package dateline.query.trace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an article is traced.
 *
 * @param ingestUrl where ingest-service answers, which knows the feeds; any instance
 * @param ingestPatience longest wait for its answer
 * @param patience longest time to look through the log; what was not looked at by then is said
 */
@ConfigurationProperties("dateline.trace")
record TraceSettings(
        @DefaultValue("http://localhost:8081") String ingestUrl,
        @DefaultValue("3s") Duration ingestPatience,
        @DefaultValue("8s") Duration patience) {}
