package dateline.query.about;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** No article names an entity with this id. */
final class NoSuchEntity extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    NoSuchEntity(String id) {
        super(HttpStatus.NOT_FOUND, problem(id), null);
    }

    private static ProblemDetail problem(String id) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "No article names an entity with the id " + (id.length() > 64 ? id.substring(0, 64) : id));
        problem.setTitle("No such entity");
        return problem;
    }
}
