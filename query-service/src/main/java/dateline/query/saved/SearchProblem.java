package dateline.query.saved;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why something can not be done with a saved search; its text is for whoever asked. */
public final class SearchProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private SearchProblem(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    /** There is none of this id. */
    public static SearchProblem unknown(String id) {
        return of(HttpStatus.NOT_FOUND, "No such saved search", "There is no saved search " + id + ".");
    }

    /** A field can not be used. */
    public static SearchProblem invalid(String field, String what) {
        SearchProblem problem = of(HttpStatus.BAD_REQUEST, "Invalid field", field + ": " + what);
        problem.getBody().setProperty("field", field);
        return problem;
    }

    static SearchProblem changedMeanwhile(long version) {
        return of(
                HttpStatus.PRECONDITION_FAILED,
                "Changed meanwhile",
                "The saved search is at version " + version + " now; read it again before you change it.");
    }

    static SearchProblem tooMany(String what) {
        return of(HttpStatus.CONFLICT, "Too many saved searches", what);
    }

    /** Kafka or the view of it can not answer now. */
    public static SearchProblem unavailable(String what) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "Can not be done just now", what);
    }

    private static SearchProblem of(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return new SearchProblem(status, problem);
    }

    @Override
    public String getMessage() {
        return String.valueOf(getBody().getDetail());
    }
}
