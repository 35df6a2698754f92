package dateline.ingest.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request's field that can not be taken as it is: status 400, with the field's name and the reason. */
public final class InvalidField extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * Names the field and says what is wrong with it.
     *
     * @param reason a clause that fits behind the field's name, such as "is not a URL"
     */
    public InvalidField(String field, String reason) {
        super(HttpStatus.BAD_REQUEST, problem(field, reason), null);
        this.field = field;
        this.reason = reason;
    }

    /** The field's name, as in the request. */
    public String field() {
        return field;
    }

    /** What is wrong, without the field's name. */
    public String reason() {
        return reason;
    }

    /** What is wrong, in one clause with the field's name. */
    @Override
    public String getMessage() {
        return field + " " + reason;
    }

    private static ProblemDetail problem(String field, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, field + " " + reason);
        problem.setTitle("Invalid field");
        problem.setProperties(Map.of("field", field));
        return problem;
    }
}
