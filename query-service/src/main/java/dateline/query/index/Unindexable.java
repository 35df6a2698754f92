package dateline.query.index;

/** A record can be read but never stored. Trying again can not help. */
final class Unindexable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The record was written by a newer Dateline. */
    static final String NEWER_SCHEMA = "newer-schema";

    private final String reason;

    /**
     * Says why.
     *
     * @param reason short and stable, for {@link dateline.contract.Headers#DEAD_REASON}
     */
    Unindexable(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
