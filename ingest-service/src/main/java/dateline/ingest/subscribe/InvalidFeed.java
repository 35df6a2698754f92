package dateline.ingest.subscribe;

/** What someone wants to subscribe to, or how, can not be. The message is for that person. */
public final class InvalidFeed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidFeed(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field that is wrong, such as {@code outlet.country}. */
    public String field() {
        return field;
    }
}
