package dateline.contract;

/** Names of the record headers that Dateline writes. All values are UTF-8 text. */
public final class Headers {
    /** Version of the value's schema, a positive integer; see {@link ContractJson#SCHEMA_VERSION}. */
    public static final String SCHEMA = "dateline-schema";

    /** The article's revision, also on a tombstone, so that a deletion can be ordered among the writes. */
    public static final String REVISION = "dateline-revision";

    /**
     * On {@link Topic#RAW}: hash of title and body, and of the rest, as two 16-digit hexadecimal numbers with a colon
     * between, so that what is known of an article can be restored without reading its text.
     */
    public static final String FINGERPRINT = "dateline-fingerprint";

    /** Dead letters: a short, stable name of what went wrong, such as {@code unreadable}; letters group by it. */
    public static final String DEAD_REASON = "dateline-dead-reason";

    /** Dead letters: what went wrong in words. */
    public static final String DEAD_MESSAGE = "dateline-dead-message";

    /** Dead letters: the stack trace, cut to a few thousand characters. */
    public static final String DEAD_STACK = "dateline-dead-stack";

    /** Dead letters: topic, partition and offset of the record, as {@code topic-partition@offset}. */
    public static final String DEAD_ORIGIN = "dateline-dead-origin";

    /** Dead letters: the service that gave the record up. */
    public static final String DEAD_SERVICE = "dateline-dead-service";

    /** Dead letters: how often the record was tried before, counting from 1. */
    public static final String DEAD_ATTEMPT = "dateline-dead-attempt";

    /** Dead letters: when the record was given up, ISO-8601 UTC. */
    public static final String DEAD_AT = "dateline-dead-at";

    /**
     * Dead letters: the record's own key; missing if it had none. A letter's key is its origin, so that each is one
     * record of its compacted topic and a tombstone resolves it.
     */
    public static final String DEAD_KEY = "dateline-dead-key";

    /** On {@link Topic#ENRICHED}: the record of {@link Topic#RAW} that was read, as {@code topic-partition@offset}. */
    public static final String RAW_PLACE = "dateline-raw";

    /** The id of the order that had an article enriched anew; a record that has it says nothing of how quick we are. */
    public static final String REPLAY = "dateline-replay";

    /**
     * On what leads to an article in the index: the step that wrote the record, as W3C Trace Context has it, so that the
     * next one belongs to the same trace.
     */
    public static final String TRACE_PARENT = "traceparent";

    private Headers() {}
}
