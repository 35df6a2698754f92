package dateline.query.trace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an article is traced.
 *
 * @param patience longest time to look through the log; what was not looked at by then is said
 */
@ConfigurationProperties("dateline.trace")
record TraceSettings(@DefaultValue("8s") Duration patience) {}
