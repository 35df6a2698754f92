package dateline.query.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Elasticsearch is.
 *
 * @param status {@code green}, {@code yellow} or {@code red}
 * @param nodes how many there are
 * @param unassignedShards shards that no node holds
 * @param documents articles in the index behind the alias, if that is known
 * @param blocked whether the index refuses writes because a disk was full
 * @param disks how full each node's disk is
 */
public record ElasticsearchHealth(
        String status,
        int nodes,
        int unassignedShards,
        @Nullable Long documents,
        boolean blocked,
        List<Disk> disks) {
    /** What a full disk does next. */
    public enum Watermark {
        /** There is room. */
        NONE,
        /** No further shards are put there. */
        LOW,
        /** Shards are moved away. */
        HIGH,
        /** Indexes there refuse writes. */
        FLOOD
    }

    /**
     * A node's disk.
     *
     * @param total bytes
     * @param free bytes
     * @param reached the highest watermark that it has reached
     */
    public record Disk(String node, long total, long free, Watermark reached) {}
}
