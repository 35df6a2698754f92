package dateline.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The topics that ingest creates when they are missing; existing ones keep what they have.
 *
 * @param partitions partitions of each topic; the most instances that can share the work. Feeds find their partition by
 *     their site, so this can not be changed once feeds are defined
 * @param replicas copies of each partition; 3 in production
 * @param maxMessage largest record of a topic
 */
@ConfigurationProperties("dateline.topics")
public record TopicProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("8MB") DataSize maxMessage) {
    public TopicProperties {
        if (partitions < 1 || partitions > 1000) {
            throw new IllegalArgumentException("dateline.topics.partitions must be from 1 to 1000");
        }
        if (replicas < 1) {
            throw new IllegalArgumentException("dateline.topics.replicas must be at least 1");
        }
    }
}
