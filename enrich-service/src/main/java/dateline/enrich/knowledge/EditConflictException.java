package dateline.enrich.knowledge;

/** An edit contradicts what is known; nothing was changed. */
public class EditConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EditConflictException(String message) {
        super(message);
    }
}
