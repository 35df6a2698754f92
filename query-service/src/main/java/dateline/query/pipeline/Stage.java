package dateline.query.pipeline;

import dateline.contract.Topic;
import org.jspecify.annotations.Nullable;

/** Where an article is counted on its way. */
public enum Stage {
    /** Seen by a feed, or submitted: written to {@code news.incoming}. */
    INGESTED(Topic.INCOMING),
    /** Found to be new or changed: written to {@code news.raw}. */
    REVISED(Topic.RAW),
    /** Enriched: written to {@code news.enriched}. */
    ENRICHED(Topic.ENRICHED),
    /** Stored in Elasticsearch, by this instance. */
    INDEXED(null);

    private final @Nullable Topic topic;

    Stage(@Nullable Topic topic) {
        this.topic = topic;
    }

    /** The topic whose records are counted; none for what is stored. */
    @Nullable
    Topic topic() {
        return topic;
    }
}
