package dateline.ingest.subscribe;

/** There is no feed with that id. */
final class FeedNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FeedNotFound(String id) {
        super("There is no feed with the id " + id);
    }
}
