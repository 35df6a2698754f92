package dateline.contract;

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
    /** Articles taken down for good, with the reason, keyed by article id. */
    TAKEDOWNS("news.takedowns", Retention.COMPACTED),
    /** Orders to enrich articles anew, keyed by the order's id. */
    REPLAYS("news.replays", Retention.COMPACTED),
    /** How far each order is, keyed by {@link ReplayProgress#key}. */
    REPLAY_PROGRESS("news.replays.progress", Retention.COMPACTED),
    /** Which feeds are polled, keyed by feed id and partitioned by the feed's registrable host. */
    FEED_DEFINITIONS("feed.definitions", Retention.COMPACTED),
    /** What is known of each feed since its last poll, keyed and partitioned like the definitions. */
    FEED_STATE("feed.state", Retention.COMPACTED),
    /** Records of {@link #INCOMING} that can never be processed, as they came, with the reason in headers. */
    INCOMING_DEAD("news.incoming.dead", Retention.FOREVER),
    /** Records of {@link #RAW} that can never be processed, as they came, with the reason in headers. */
    RAW_DEAD("news.raw.dead", Retention.FOREVER),
    /** Records of {@link #ENRICHED} that can never be stored, as they came, with the reason in headers. */
    ENRICHED_DEAD("news.enriched.dead", Retention.FOREVER);

    /** How long a topic keeps its records. */
    public enum Retention {
        /** The newest record of each key, without end. */
        COMPACTED,
        /** Every record, without end. */
        FOREVER,
        /** Every record for seven days. */
        DAYS_7
    }

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

    @Override
    public String toString() {
        return topicName;
    }
}
