package dateline.query.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Matching articles against saved searches.
 *
 * @param enabled whether this instance matches, delivers and watches volumes; feeds and event streams are there anyway
 * @param group prefix of the consumer groups' names
 * @param storyWindow how long a story is remembered, so that its reprints are not told; also how long after ingest saw it
 *     a revision may have been enriched and still be news rather than a replay
 * @param mostStories how many articles are remembered for each search, the newest
 * @param repeated from which share of the shorter article's word sequences that the other one has, from 0 to 1, two
 *     articles are one story; the index tells reprints by the same
 * @param volumeDelay how long after an hour's end its articles are counted
 * @param partitions partitions of the topics, if they are not there yet
 * @param replicas replicas of the topics, if they are not there yet; 3 in production
 */
@ConfigurationProperties("dateline.alerts")
public record AlertSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("query-service") String group,
        @DefaultValue("3d") Duration storyWindow,
        @DefaultValue("100") int mostStories,
        @DefaultValue("0.5") double repeated,
        @DefaultValue("10m") Duration volumeDelay,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas) {}
