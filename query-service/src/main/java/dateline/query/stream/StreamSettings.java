package dateline.query.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Feeds and event streams of alerts.
 *
 * @param back how far back alerts are read when an instance starts
 * @param mostPerSearch alerts of one search that are kept in memory, the newest; also a feed's length
 * @param most alerts that are kept in memory in all, about a kilobyte each
 * @param subscribers most event streams at a time; more are refused
 * @param queue events that may wait for one subscriber; who is slower is cut off, and may come again
 * @param heartbeat how often an idle stream says that it is alive
 * @param longest how long a stream lasts before the client has to come again
 */
@ConfigurationProperties("dateline.streams")
public record StreamSettings(
        @DefaultValue("7d") Duration back,
        @DefaultValue("50") int mostPerSearch,
        @DefaultValue("50000") int most,
        @DefaultValue("200") int subscribers,
        @DefaultValue("1000") int queue,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1h") Duration longest) {}
