package dateline.query.search;

import java.util.OptionalInt;

/** A request's parameter can not be used. */
public class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final int position;

    /** Says of a parameter what is wrong with it. */
    public InvalidParameter(String parameter, String message) {
        this(parameter, message, -1);
    }

    /** The same, and at which UTF-16 offset of its value. */
    public InvalidParameter(String parameter, String message, int position) {
        super(message);
        this.parameter = parameter;
        this.position = position;
    }

    /** The parameter's name. */
    public String parameter() {
        return parameter;
    }

    /** Where in its value the fault is: a UTF-16 offset, if it is at one place. */
    public OptionalInt position() {
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
