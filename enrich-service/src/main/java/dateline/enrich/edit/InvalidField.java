package dateline.enrich.edit;

/** A request's field that cannot be taken as it is. */
final class InvalidField extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Names the field and says what is wrong with it.
     *
     * @param reason a clause that fits behind the field's name, such as "is missing"
     */
    InvalidField(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
    }

    String field() {
        return field;
    }
}
