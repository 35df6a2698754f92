package dateline.query.search;

/** The text of {@code q} is not in the syntax. */
public final class TextQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    TextQueryException(String message, int position) {
        super(message + " (at character " + (position + 1) + ")");
        this.position = position;
    }

    /** Where it went wrong: a UTF-16 offset in the text. */
    public int position() {
        return position;
    }
}
