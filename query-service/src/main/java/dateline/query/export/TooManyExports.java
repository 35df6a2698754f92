package dateline.query.export;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** As many exports as this instance may carry out are under way. */
final class TooManyExports extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    TooManyExports(int running) {
        super(HttpStatus.SERVICE_UNAVAILABLE, problem(running), null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
    }

    private static ProblemDetail problem(int running) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                running + " exports are under way, which is as many as may be. Please try again in a while.");
        problem.setTitle("Too many exports");
        return problem;
    }
}
