package dateline.ingest.subscribe;

import dateline.ingest.fetch.Site;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Finds a feed's partition by its site, so that whoever owns the partition is the only one who polls that site. Same
 * hash as Kafka's own partitioner for keys.
 */
public final class FeedPartition {
    private FeedPartition() {}

    /** The partition of a feed's definition and state. */
    public static int of(String url, int partitions) {
        byte[] site = Site.of(url).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(site)) % partitions;
    }
}
