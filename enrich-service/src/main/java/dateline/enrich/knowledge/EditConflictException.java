package dateline.enrich.knowledge;

/** An edit contradicts what is known; nothing was changed. */
public class EditConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Says what is wrong, and with which part of the edit.
     *
     * @param field name of the edit's component
     */
    public EditConflictException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Name of the component of the edit that cannot be. */
    public String field() {
        return field;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
