package dateline.query.dashboard;

/** There is nothing at this address; the message says what is missing, in a sentence. */
final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchPage(String message) {
        super(message);
    }
}
