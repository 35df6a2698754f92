package dateline.query.deadletter;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why something can not be done to a letter; its text is for whoever asked. */
final class LetterProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private LetterProblem(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    static LetterProblem unknown(String what) {
        return of(HttpStatus.NOT_FOUND, "No such dead letter", what);
    }

    static LetterProblem conflict(String what) {
        return of(HttpStatus.CONFLICT, "Can not be done to this letter", what);
    }

    static LetterProblem invalid(String field, String what) {
        LetterProblem problem = of(HttpStatus.BAD_REQUEST, "Invalid field", field + " " + what);
        problem.getBody().setProperty("field", field);
        return problem;
    }

    private static LetterProblem of(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return new LetterProblem(status, problem);
    }

    /** What is wrong, without the status. */
    @Override
    public String getMessage() {
        return String.valueOf(getBody().getDetail());
    }
}
