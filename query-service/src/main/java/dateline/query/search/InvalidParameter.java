package dateline.query.search;

/** A request's parameter can not be used. */
public final class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /** Says which, and what is wrong with it. */
    public InvalidParameter(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter's name. */
    public String parameter() {
        return parameter;
    }
}
