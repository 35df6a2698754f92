package dateline.ingest.subscribe;

/** The request does not fit how the feed stands now. */
final class FeedConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    FeedConflict(String message, String id) {
        super(message);
        this.id = id;
    }

    String id() {
        return id;
    }
}
