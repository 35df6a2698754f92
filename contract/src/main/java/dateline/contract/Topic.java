package dateline.contract;

import java.time.Duration;
import java.util.Map;

/**
 * The topics, who owns them and how long they keep what they hold. Partition and replication counts are configuration
 * of the service that creates the topic; what is fixed here is what the services must agree on.
 */
public enum Topic {
    /** What ingest saw and has not yet compared with what it knows: articles and takedowns, keyed by article id. */
    INCOMING("news.incoming", Retention.DAYS_7),
    /** The record: the newest revision of every article with its history of changes, keyed by article id. */
    RAW("news.raw", Retention.COMPACTED),
    /** The newest revision of every article with what was found in it, keyed by article id. */
    ENRICHED("news.enriched", Retention.COMPACTED),
    /** Articles taken down for good, with the reason, keyed by article id; outlets kept out, by {@link OutletBlock#id}. */
    TAKEDOWNS("news.takedowns", Retention.COMPACTED),
    /** Orders to enrich articles anew, keyed by the order's id. */
    REPLAYS("news.replays", Retention.COMPACTED),
    /** Edits of the knowledge base in their order, keyed by the edit's id; one partition, because the order counts. */
    ENTITIES("news.entities", Retention.COMPACTED),
    /** How far each order is, keyed by {@link ReplayProgress#key}. */
    REPLAY_PROGRESS("news.replays.progress", Retention.COMPACTED),
    /** Which feeds are polled, keyed by feed id and partitioned by the feed's registrable host. */
    FEED_DEFINITIONS("feed.definitions", Retention.COMPACTED),
    /** What is known of each feed since its last poll, keyed and partitioned like the definitions. */
    FEED_STATE("feed.state", Retention.COMPACTED),
    /** What WebSub hubs said of feeds, keyed by feed id and what it is about, partitioned like the definitions. */
    FEED_PUSHES("feed.pushes", Retention.COMPACTED),
    /** Records of {@link #INCOMING} that can never be processed, as they came, with the reason in headers, keyed by origin. */
    INCOMING_DEAD("news.incoming.dead", Retention.COMPACTED),
    /** Records of {@link #RAW} that can never be processed, as they came, with the reason in headers, keyed by origin. */
    RAW_DEAD("news.raw.dead", Retention.COMPACTED),
    /** Records of {@link #ENRICHED} that can never be stored, as they came, with the reason in headers, keyed by origin. */
    ENRICHED_DEAD("news.enriched.dead", Retention.COMPACTED),
    /** Searches that somebody saved, keyed by the search's id. */
    SEARCHES("news.searches", Retention.COMPACTED),
    /** Which article matched which saved search, every one, keyed by the search's id. */
    MATCHES("news.matches", Retention.DAYS_30),
    /** What saved searches have to tell, once per story, keyed by the search's id. */
    ALERTS("news.alerts", Retention.DAYS_30),
    /** Alerts on their way to webhooks and mailboxes, keyed by the delivery's id; {@code null} = done with. */
    DELIVERIES("news.deliveries", Retention.COMPACTED),
    /** Records of {@link #DELIVERIES} that were given up, as they were, with the reason in headers, keyed by origin. */
    DELIVERIES_DEAD("news.deliveries.dead", Retention.COMPACTED),
    /** What people and takedowns did to dead letters, keyed by the letter's origin. */
    DEAD_AUDIT("news.dead.audit", Retention.FOREVER),
    /** Every request that was let in to change something, of all services, keyed by who sent it; one partition. */
    CHANGES("audit.changes", Retention.FOREVER);

    /** How long a topic keeps its records. */
    public enum Retention {
        /** The newest record of each key, without end. */
        COMPACTED,
        /** Every record, without end. */
        FOREVER,
        /** Every record for seven days. */
        DAYS_7,
        /** Every record for thirty days. */
        DAYS_30
    }

    /** When at the latest the cleaner looks at what a compacted topic has superseded. */
    public static final int CLEANED_WITHIN_DAYS = 7;

    /** How long a tombstone is kept after it was cleaned. */
    public static final int TOMBSTONES_DAYS = 30;

    private final String topicName;
    private final Retention retention;

    Topic(String topicName, Retention retention) {
        this.topicName = topicName;
        this.retention = retention;
    }

    /** The topic's name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** How long the topic keeps its records. */
    public Retention retention() {
        return retention;
    }

    /**
     * The topic's settings in Kafka that follow from its retention. They bound how long bytes stay that a tombstone or
     * the retention did away with: a segment is closed, and a closed one cleaned, after {@value #CLEANED_WITHIN_DAYS}
     * days at the latest ({@code news.incoming}: a day, since it is its seven days that count). Tombstones stay for
     * {@value #TOMBSTONES_DAYS} days, so that a reader who was away for so long still learns of a takedown.
     */
    public Map<String, String> settings() {
        return switch (retention) {
            case COMPACTED ->
                Map.of(
                        "cleanup.policy", "compact",
                        "max.compaction.lag.ms", days(CLEANED_WITHIN_DAYS),
                        "delete.retention.ms", days(TOMBSTONES_DAYS));
            case FOREVER -> Map.of("retention.ms", "-1", "retention.bytes", "-1");
            case DAYS_7 -> Map.of("retention.ms", days(7), "segment.ms", days(1));
            case DAYS_30 -> Map.of("retention.ms", days(30), "segment.ms", days(1));
        };
    }

    private static String days(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }

    @Override
    public String toString() {
        return topicName;
    }
}
